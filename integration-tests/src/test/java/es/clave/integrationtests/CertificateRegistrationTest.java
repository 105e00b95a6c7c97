package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.authority.Authority;
import es.clave.demo.authority.Credential;
import es.clave.demo.authority.Profiles;
import es.clave.integrationtests.harness.Certificates;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WithCertificates;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.CertificateRoutePages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The route by certificate, with real TLS handshakes, up to the contact data. */
@ExtendWith(WorldExtension.class)
class CertificateRegistrationTest {

    private static final Citizen CITIZEN = Population.of("99990019A");

    private final Clave clave;
    private final Certificates certificates;
    private final CertificateRoutePages route;

    CertificateRegistrationTest(@WithCertificates Clave clave) {
        this.clave = clave;
        this.certificates = clave.certificates();
        this.route = new CertificateRoutePages(clave, CITIZEN);
    }

    @Test
    void theOwnCertificateLeadsToTheContactData() {
        HttpVisitor visitor = new HttpVisitor();

        double before = proven();
        Answer next = route.showsFrom(visitor, Optional.of(certificates.inSoftware(CITIZEN)));

        assertThat(next.status()).isEqualTo(200);
        assertThat(next.alert()).isEmpty();
        assertThat(proven()).isEqualTo(before + 1);
    }

    @Test
    void anothersCertificateIsRefused() {
        Answer refused =
                route.showsFrom(new HttpVisitor(), Optional.of(certificates.inSoftware(Population.of("99990020G"))));

        assertThat(refused.alert()).contains("Ese certificado es de otra persona");
    }

    @Test
    void whoShowsNoneIsToldWhatToDoAndMayTryAgain() {
        HttpVisitor visitor = new HttpVisitor();

        Answer refused = route.showsFrom(visitor, Optional.empty());

        assertThat(refused.alert()).contains("no nos ha enseñado ningún certificado");
        double before = proven();
        Answer again = route.shows(visitor, refused, Optional.of(certificates.onCard(CITIZEN)));
        assertThat(again.alert()).isEmpty();
        assertThat(proven()).isEqualTo(before + 1);
    }

    @Test
    void aRefusedCertificateIsToldByItsOwnReasonAlsoWhenTheHandshakeAloneWouldHaveFailed() {
        Instant now = Instant.now();
        Profiles.Person person = Certificates.person(CITIZEN);
        Authority authority = certificates.authority();
        Credential revoked = certificates.inSoftware(CITIZEN);
        authority.revoke(revoked.certificate());
        Credential stranger = Authority.make("Stranger", "http://127.0.0.1:9", Clock.systemUTC())
                .issue(Profiles.citizen(person));

        assertThat(refusal(authority.issue(Profiles.citizen(person)
                        .valid(now.minus(Duration.ofDays(900)), now.minus(Duration.ofDays(1))))))
                .contains("ha caducado");
        assertThat(refusal(stranger)).contains("una entidad que Cl@ve no reconoce");
        assertThat(refusal(revoked)).contains("está anulado");
        assertThat(refusal(authority.issue(Profiles.representative(person, "ACME SA", "A12345674"))))
                .contains("es de representante");
        assertThat(refusal(authority.issue(Profiles.legalPerson("ACME SA", "A12345674"))))
                .contains("es de una empresa");
        assertThat(refusal(authority.issue(Profiles.dnieForSignatures(person))))
                .contains("no sirve para identificarse");
    }

    private String refusal(Credential credential) {
        return route.showsFrom(new HttpVisitor(), Optional.of(credential)).alert();
    }

    private double proven() {
        return CertificateRoutePages.counted(
                clave, "clave_registration_total", "outcome=\"proven\"", "route=\"certificate\"");
    }
}

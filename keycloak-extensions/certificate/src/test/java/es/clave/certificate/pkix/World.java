package es.clave.certificate.pkix;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.certificate.CertificateCheck;
import es.clave.certificate.CertificateCheck.Answer;
import es.clave.certificate.CertificateRefusal;
import es.clave.certificate.CitizenCertificate;
import es.clave.demo.authority.Authority;
import es.clave.demo.authority.Credential;
import es.clave.demo.authority.Profiles;
import es.clave.demo.authority.Responder;
import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** An issuer that is trusted, where it answers, and a check that trusts it. */
final class World implements AutoCloseable {

    static final Profiles.Person PERSON = new Profiles.Person("99990001P", "MARÍA DEL CARMEN", "GARCÍA", "LÓPEZ");
    static final CertificateSettings SETTINGS = new CertificateSettings(
            Optional.empty(),
            Set.of(),
            Set.of("2.16.724.1.2.2.2.4"),
            Set.of("2.16.724.1.2.2.2.4"),
            true,
            Duration.ofMillis(500),
            false,
            Duration.ofMinutes(10),
            Duration.ofMinutes(60),
            Duration.ofSeconds(60));

    final MovableClock clock = new MovableClock();
    final Responder responder = Responder.open(0);
    final Authority authority = Authority.make("Test", responder.address().toString(), clock);
    private final CloseableHttpClient http = HttpClients.createDefault();

    World() {
        responder.answersFor(authority);
    }

    CertificateCheck check() {
        return check(SETTINGS);
    }

    CertificateCheck check(CertificateSettings settings) {
        return check(settings, TrustFolder.of(authority.issuers()));
    }

    CertificateCheck check(CertificateSettings settings, TrustFolder trust) {
        return new PkixCertificateCheck(
                trust,
                settings,
                new RevocationCheck(
                        new Downloads(http, settings.patience()), settings, new RevocationMemory(), new SecureRandom()),
                clock);
    }

    /** A citizen's certificate that nobody asked about before. */
    Credential citizen() {
        return authority.issue(Profiles.citizen(PERSON));
    }

    CitizenCertificate accepted(Credential credential) {
        return accepted(check().check(credential.chain()));
    }

    static CitizenCertificate accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return ((Answer.Accepted) answer).certificate();
    }

    CertificateRefusal refused(Credential credential) {
        return refused(credential.chain());
    }

    CertificateRefusal refused(List<X509Certificate> chain) {
        return refused(check().check(chain));
    }

    static CertificateRefusal refused(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).reason();
    }

    @Override
    public void close() throws IOException {
        responder.close();
        http.close();
    }
}

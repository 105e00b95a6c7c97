package es.clave.certificate.pkix;

import static es.clave.certificate.pkix.World.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.certificate.CertificateCheck;
import es.clave.certificate.CitizenCertificate;
import es.clave.certificate.CitizenCertificate.KeyStorage;
import es.clave.certificate.HolderName;
import es.clave.demo.authority.Credential;
import es.clave.demo.authority.Profiles;
import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcceptedCertificatesTest {

    private final World world = new World();

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void aCitizensOfTheFnmtInSoftwareReachesSubstantial() {
        CitizenCertificate certificate = world.accepted(world.authority.issue(Profiles.citizen(PERSON)));

        assertThat(certificate.nationalId().value()).isEqualTo("99990001P");
        assertThat(certificate.name()).isEqualTo(new HolderName("MARÍA DEL CARMEN", "GARCÍA", Optional.of("LÓPEZ")));
        assertThat(certificate.storage()).isEqualTo(KeyStorage.SOFTWARE);
        assertThat(certificate.method()).isEqualTo(AuthenticationMethod.CERTIFICATE_SOFTWARE);
        assertThat(certificate.level()).isEqualTo(AssuranceLevel.SUBSTANTIAL);
        assertThat(certificate.issuer()).contains("CN=Test Citizens");
        assertThat(certificate.policies()).contains(Profiles.QCP_N);
    }

    @Test
    void aQualifiedOneOnACardReachesHigh() {
        CitizenCertificate certificate = world.accepted(world.authority.issue(Profiles.citizenOnCard(PERSON)));

        assertThat(certificate.storage()).isEqualTo(KeyStorage.DEVICE);
        assertThat(certificate.method()).isEqualTo(AuthenticationMethod.CERTIFICATE_DEVICE);
        assertThat(certificate.level()).isEqualTo(AssuranceLevel.HIGH);
    }

    @Test
    void theDnieForAuthenticationReachesHighAndTellsBothSurnames() {
        CitizenCertificate certificate = world.accepted(world.authority.issue(Profiles.dnie(PERSON)));

        assertThat(certificate.level()).isEqualTo(AssuranceLevel.HIGH);
        assertThat(certificate.nationalId().value()).isEqualTo("99990001P");
        assertThat(certificate.name()).isEqualTo(new HolderName("MARÍA DEL CARMEN", "GARCÍA", Optional.of("LÓPEZ")));
    }

    @Test
    void aForeignersTellsTheNieAndTheOneSurname() {
        CitizenCertificate certificate = world.accepted(
                world.authority.issue(Profiles.citizen(new Profiles.Person("Z9990001W", "OLENA", "KOVALENKO", ""))));

        assertThat(certificate.nationalId().value()).isEqualTo("Z9990001W");
        assertThat(certificate.name()).isEqualTo(new HolderName("OLENA", "KOVALENKO", Optional.empty()));
    }

    @Test
    void anOldOneTellsTheNumberByItsCommonName() {
        CitizenCertificate certificate = world.accepted(world.authority.issue(Profiles.citizenByCommonName(PERSON)));

        assertThat(certificate.nationalId().value()).isEqualTo("99990001P");
        assertThat(certificate.name().family()).isEqualTo("GARCÍA LÓPEZ");
    }

    @Test
    void anRsaKeyOfTwoThousandBitsIsStillGood() {
        world.accepted(world.authority.issue(Profiles.citizen(PERSON).rsa(2048)));
    }

    @Test
    void theIntermediateNeedNotBeSentWhereTheFolderHasIt() {
        Credential citizen = world.citizen();

        World.accepted(world.check().check(List.of(citizen.certificate())));
    }

    @Test
    void theIntermediateMayBeSentWhereTheFolderHasTheRootOnly() {
        CertificateCheck check = world.check(World.SETTINGS, TrustFolder.of(List.of(world.authority.root())));

        World.accepted(check.check(world.citizen().chain()));
    }

    @Test
    void aCertificateToStringTellsNobody() {
        CitizenCertificate certificate = world.accepted(world.citizen());

        assertThat(certificate.toString() + certificate.name())
                .doesNotContain("9999")
                .doesNotContain("GARC");
    }
}

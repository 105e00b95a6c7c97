package es.clave.certificate.pkix;

import static es.clave.certificate.pkix.World.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.certificate.CertificateCheck;
import es.clave.certificate.CertificateRefusal;
import es.clave.demo.authority.Authority;
import es.clave.demo.authority.Credential;
import es.clave.demo.authority.Draft;
import es.clave.demo.authority.Profiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each certificate that is not taken, refused for its own reason. */
class RefusedCertificatesTest {

    private final World world = new World();
    private final Instant now = world.clock.instant();

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void noneAtAll() {
        assertThat(world.refused(List.of())).isEqualTo(CertificateRefusal.NOT_SHOWN);
    }

    @Test
    void anIssuersThatNobodyKnows() {
        Authority stranger =
                Authority.make("Stranger", world.responder.address().toString(), world.clock);

        assertThat(world.refused(stranger.issue(Profiles.citizen(PERSON))))
                .isEqualTo(CertificateRefusal.UNKNOWN_ISSUER);
        assertThat(world.responder.ocspRequests() + world.responder.crlRequests())
                .as("calls to addresses that a stranger named")
                .isZero();
    }

    @Test
    void anIssuersThatCallsItselfAsATrustedOneDoes() {
        Authority impostor = Authority.make("Test", world.responder.address().toString(), world.clock);

        assertThat(world.refused(impostor.issue(Profiles.citizen(PERSON)))).isEqualTo(CertificateRefusal.BAD_SIGNATURE);
        assertThat(world.responder.ocspRequests() + world.responder.crlRequests())
                .isZero();
    }

    @Test
    void everyoneWhereNobodyIsTrusted() {
        CertificateCheck check = world.check(World.SETTINGS, TrustFolder.empty());

        assertThat(check.trustsAnybody()).isFalse();
        assertThat(World.refused(check.check(world.citizen().chain()))).isEqualTo(CertificateRefusal.UNKNOWN_ISSUER);
    }

    @Test
    void oneWhoseNumberWasChangedAfterwards() throws CertificateException {
        X509Certificate genuine = world.citizen().certificate();

        assertThat(world.refused(List.of(tampered(genuine, "IDCES-99990001P", "IDCES-99990002D"))))
                .isEqualTo(CertificateRefusal.BAD_SIGNATURE);
    }

    @Test
    void oneThatACitizenIssuedWithTheirOwn() {
        Credential citizen = world.citizen();
        Authority stranger =
                Authority.make("Stranger", world.responder.address().toString(), world.clock);
        X509Certificate forged = stranger.issue(Profiles.citizen(PERSON)).certificate();

        assertThat(world.refused(List.of(forged, citizen.certificate(), world.authority.intermediate())))
                .isEqualTo(CertificateRefusal.UNKNOWN_ISSUER);
    }

    @Test
    void anIssuersOwn() {
        assertThat(world.refused(List.of(world.authority.intermediate())))
                .isIn(CertificateRefusal.ORGANISATION_MEMBER, CertificateRefusal.WRONG_KEY_USAGE);
    }

    @Test
    void anExpiredOne() {
        assertThat(world.refused(world.authority.issue(
                        Profiles.citizen(PERSON).valid(now.minus(Duration.ofDays(1000)), now.minusSeconds(1)))))
                .isEqualTo(CertificateRefusal.EXPIRED);
    }

    @Test
    void anExpiredOneOfTheTimeBeforeItsIssuersPresentCertificate() {
        assertThat(world.refused(world.authority.issue(Profiles.citizen(PERSON)
                        .valid(now.minus(Duration.ofDays(1000)), now.minus(Duration.ofDays(1))))))
                .isEqualTo(CertificateRefusal.EXPIRED);
    }

    @Test
    void oneThatExpiresWhileTheServerRuns() {
        Credential citizen = world.authority.issue(
                Profiles.citizen(PERSON).valid(now.minusSeconds(5), now.plus(Duration.ofDays(1))));
        world.accepted(citizen);

        world.clock.letPass(Duration.ofDays(1).plusSeconds(1));

        assertThat(world.refused(citizen)).isEqualTo(CertificateRefusal.EXPIRED);
    }

    @Test
    void oneThatIsNotYetValid() {
        assertThat(world.refused(world.authority.issue(
                        Profiles.citizen(PERSON).valid(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(300))))))
                .isEqualTo(CertificateRefusal.NOT_YET_VALID);
    }

    @Test
    void anExpiredOneOfAStrangerIsAStrangers() {
        Authority stranger =
                Authority.make("Stranger", world.responder.address().toString(), world.clock);

        assertThat(world.refused(stranger.issue(
                        Profiles.citizen(PERSON).valid(now.minus(Duration.ofDays(1000)), now.minusSeconds(1)))))
                .isEqualTo(CertificateRefusal.UNKNOWN_ISSUER);
    }

    @Test
    void oneThatIsForSignaturesOnly() {
        assertThat(world.refused(world.authority.issue(Profiles.dnieForSignatures(PERSON))))
                .isEqualTo(CertificateRefusal.WRONG_KEY_USAGE);
    }

    @Test
    void oneThatIsForServersOnly() {
        assertThat(world.refused(
                        world.authority.issue(Profiles.citizen(PERSON).purposes(KeyPurposeId.id_kp_serverAuth))))
                .isEqualTo(CertificateRefusal.WRONG_KEY_USAGE);
    }

    @Test
    void oneThatDoesNotSayWhatItIsFor() {
        assertThat(world.refused(world.authority.issue(
                        Profiles.citizen(PERSON).keyUsage(0).purposes())))
                .isEqualTo(CertificateRefusal.WRONG_KEY_USAGE);
    }

    @Test
    void oneThatIsForEncryptingOnly() {
        assertThat(world.refused(world.authority.issue(Profiles.citizen(PERSON).keyUsage(KeyUsage.keyEncipherment))))
                .isEqualTo(CertificateRefusal.WRONG_KEY_USAGE);
    }

    @Test
    void aCompanysSeal() {
        assertThat(world.refused(world.authority.issue(Profiles.legalPerson("ACME SA", "A12345674"))))
                .isEqualTo(CertificateRefusal.LEGAL_PERSON);
    }

    @Test
    void aCompanysOfTheOlderKindThoughItNamesAPersonToo() {
        assertThat(world.refused(world.authority.issue(Profiles.oldLegalPerson(PERSON, "ACME SA", "A12345674"))))
                .isEqualTo(CertificateRefusal.LEGAL_PERSON);
    }

    @Test
    void aPersonsWhoStandsForACompany() {
        assertThat(world.refused(world.authority.issue(Profiles.representative(PERSON, "ACME SA", "A12345674"))))
                .isEqualTo(CertificateRefusal.REPRESENTATIVE);
    }

    @Test
    void aPublicEmployees() {
        assertThat(world.refused(world.authority.issue(Profiles.employee(PERSON, "MINISTERIO"))))
                .isEqualTo(CertificateRefusal.ORGANISATION_MEMBER);
    }

    @Test
    void onesWithAPseudonym() {
        assertThat(world.refused(world.authority.issue(Profiles.pseudonym("AGENTE 7", "MINISTERIO"))))
                .isEqualTo(CertificateRefusal.PSEUDONYM);
    }

    @Test
    void oneThatIsNotQualified() {
        Draft plain = Profiles.citizen(PERSON).withoutStatements().policies("1.3.6.1.4.1.5734.3.10.1");

        assertThat(world.refused(world.authority.issue(plain))).isEqualTo(CertificateRefusal.NOT_QUALIFIED);
    }

    @Test
    void oneOfAPolicyThatIsNotTaken() {
        CertificateSettings only = new CertificateSettings(
                World.SETTINGS.trustFolder(),
                Set.of("1.3.6.1.4.1.5734.3.10.1"),
                Set.of(),
                Set.of(),
                true,
                World.SETTINGS.patience(),
                false,
                World.SETTINGS.ocspCached(),
                World.SETTINGS.crlCached(),
                World.SETTINGS.clockSkew());
        CertificateCheck check = world.check(only);

        World.accepted(check.check(world.citizen().chain()));
        assertThat(World.refused(check.check(
                        world.authority.issue(Profiles.citizenOnCard(PERSON)).chain())))
                .isEqualTo(CertificateRefusal.WRONG_POLICY);
    }

    @Test
    void oneWithAKeyThatIsTooShort() {
        assertThat(world.refused(world.authority.issue(Profiles.citizen(PERSON).rsa(1024))))
                .isEqualTo(CertificateRefusal.WEAK);
    }

    @Test
    void oneSignedByABrokenHash() {
        assertThat(world.refused(world.authority.issue(Profiles.citizen(PERSON).signedWith("SHA1"))))
                .isEqualTo(CertificateRefusal.WEAK);
    }

    @Test
    void oneWithoutANumber() {
        assertThat(world.refused(issued(names().addRDN(BCStyle.CN, "GARCIA ANA"))))
                .isEqualTo(CertificateRefusal.NO_NATIONAL_ID);
    }

    @Test
    void oneWithAPassportOrAnotherCountrysNumber() {
        assertThat(world.refused(issued(names().addRDN(BCStyle.SERIALNUMBER, "PASES-AAA123456"))))
                .isEqualTo(CertificateRefusal.NO_NATIONAL_ID);
        assertThat(world.refused(issued(names().addRDN(BCStyle.SERIALNUMBER, "IDCPT-99990001P"))))
                .isEqualTo(CertificateRefusal.NO_NATIONAL_ID);
        assertThat(world.refused(issued(names().addRDN(BCStyle.SERIALNUMBER, "IDCPT-99990001P")
                        .addRDN(BCStyle.CN, "GARCIA ANA - 99990001P"))))
                .isEqualTo(CertificateRefusal.NO_NATIONAL_ID);
    }

    @Test
    void oneWhoseCheckLetterIsWrong() {
        assertThat(world.refused(issued(names().addRDN(BCStyle.SERIALNUMBER, "IDCES-99990001A"))))
                .isEqualTo(CertificateRefusal.MALFORMED);
    }

    @Test
    void oneThatNamesTwoNumbersInOnePlace() {
        assertThat(world.refused(issued(names().addRDN(BCStyle.SERIALNUMBER, "IDCES-99990001P")
                        .addRDN(BCStyle.SERIALNUMBER, "IDCES-99990002D"))))
                .isEqualTo(CertificateRefusal.MALFORMED);
    }

    @Test
    void oneThatNamesTwoNumbersInTwoPlaces() {
        X500NameBuilder names =
                names().addRDN(BCStyle.SERIALNUMBER, "IDCES-99990001P").addRDN(BCStyle.CN, "GARCIA ANA - 99990002D");

        assertThat(world.refused(issued(names))).isEqualTo(CertificateRefusal.MALFORMED);
    }

    @Test
    void oneThatNamesAnotherNumberInTheFnmtsPlace() {
        X500Name subject =
                names().addRDN(BCStyle.SERIALNUMBER, "IDCES-99990001P").build();
        X500Name other = new X500NameBuilder()
                .addRDN(new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.3.6.1.4.1.5734.1.4"), "99990002D")
                .build();

        assertThat(world.refused(world.authority.issue(Profiles.named(subject).alternativeName(other))))
                .isEqualTo(CertificateRefusal.MALFORMED);
    }

    @Test
    void oneWithoutAName() {
        X500NameBuilder nameless = new X500NameBuilder().addRDN(BCStyle.SERIALNUMBER, "IDCES-99990001P");

        assertThat(world.refused(issued(nameless))).isEqualTo(CertificateRefusal.MALFORMED);
    }

    private static X500NameBuilder names() {
        return new X500NameBuilder().addRDN(BCStyle.GIVENNAME, "ANA").addRDN(BCStyle.SURNAME, "GARCIA");
    }

    private Credential issued(X500NameBuilder subject) {
        return world.authority.issue(Profiles.named(subject.build()));
    }

    private static X509Certificate tampered(X509Certificate genuine, String before, String after)
            throws CertificateException {
        String bytes = new String(genuine.getEncoded(), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(before);
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(bytes.replace(before, after).getBytes(StandardCharsets.ISO_8859_1)));
    }
}

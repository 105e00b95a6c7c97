package es.clave.certificate.pkix;

import static es.clave.certificate.pkix.World.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.certificate.CertificateCheck;
import es.clave.certificate.CertificateRefusal;
import es.clave.demo.authority.Credential;
import es.clave.demo.authority.Profiles;
import es.clave.demo.authority.Responder.Crl;
import es.clave.demo.authority.Responder.Ocsp;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OCSP up, down, slow, stale, lying; and the list behind it. */
class RevocationTest {

    private final World world = new World();

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void aRevokedOneIsRefused() {
        Credential citizen = world.citizen();
        world.authority.revoke(citizen.certificate());

        assertThat(world.refused(citizen)).isEqualTo(CertificateRefusal.REVOKED);
        assertThat(world.responder.crlRequests()).isZero();
    }

    @Test
    void oneWhoseIssuerWasRevokedIsRefused() {
        world.authority.revoke(world.authority.intermediate());

        assertThat(world.refused(world.citizen())).isEqualTo(CertificateRefusal.REVOKED);
    }

    @Test
    void anAnswerWithoutNonceIsBelievedWhereItIsFresh() {
        world.responder.ocsp(Ocsp.WITHOUT_NONCE);

        world.accepted(world.citizen());
        assertThat(world.responder.crlRequests()).isZero();
    }

    @Test
    void anAnswerWithoutNonceIsNotBelievedWhereOneIsRequired() {
        world.responder.ocsp(Ocsp.WITHOUT_NONCE);
        world.responder.crl(Crl.DOWN);
        CertificateSettings strict = new CertificateSettings(
                World.SETTINGS.trustFolder(),
                Set.of(),
                Set.of(),
                Set.of(),
                true,
                World.SETTINGS.patience(),
                true,
                World.SETTINGS.ocspCached(),
                World.SETTINGS.crlCached(),
                World.SETTINGS.clockSkew());

        assertThat(World.refused(world.check(strict).check(world.citizen().chain())))
                .isEqualTo(CertificateRefusal.REVOCATION_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TRUE", "WITHOUT_NONCE", "UNKNOWN"})
    void whereOcspIsNotToBeBelievedTheListSaysThatItIsGood(Ocsp how) {
        Credential citizen = world.citizen();
        misbehave(how, citizen);

        world.accepted(citizen);
        assertThat(world.responder.crlRequests()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TRUE", "WITHOUT_NONCE", "UNKNOWN"})
    void whereOcspIsNotToBeBelievedTheListSaysThatItIsRevoked(Ocsp how) {
        Credential citizen = world.citizen();
        misbehave(how, citizen);
        world.authority.revoke(citizen.certificate());

        assertThat(world.refused(citizen)).isEqualTo(CertificateRefusal.REVOKED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TRUE", "WITHOUT_NONCE"})
    void whereNobodyIsToBeBelievedItIsRefused(Ocsp how) {
        Credential citizen = world.citizen();
        misbehave(how, citizen);
        world.responder.crl(Crl.DOWN);

        assertThat(world.refused(citizen)).isEqualTo(CertificateRefusal.REVOCATION_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TRUE"})
    void aListThatIsNotToBeBelievedIsNoAnswer(Crl how) {
        world.responder.ocsp(Ocsp.DOWN);
        world.responder.crl(how);

        assertThat(world.refused(world.citizen())).isEqualTo(CertificateRefusal.REVOCATION_UNKNOWN);
    }

    @Test
    void oneThatDoesNotSayWhereToAskIsRefused() {
        assertThat(world.refused(world.authority.issue(
                        Profiles.citizen(PERSON).withoutOcsp().withoutCrl())))
                .isEqualTo(CertificateRefusal.REVOCATION_UNKNOWN);
    }

    @Test
    void oneThatHasAListOnlyIsCheckedByIt() {
        Credential good = world.authority.issue(Profiles.citizen(PERSON).withoutOcsp());
        Credential bad = world.authority.issue(Profiles.citizen(PERSON).withoutOcsp());
        world.authority.revoke(bad.certificate());

        world.accepted(good);
        assertThat(world.refused(bad)).isEqualTo(CertificateRefusal.REVOKED);
    }

    @Test
    void slowOnesKeepNobodyLongerThanTheTimeThatIsSet() {
        world.responder.ocsp(Ocsp.SLOW);
        Credential citizen = world.citizen();
        Instant began = Instant.now();

        world.accepted(citizen);

        // Two certificates of the path, half a second each; much less than the thirty seconds of the responder.
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anAnswerIsRememberedForAWhileAndNoLonger() {
        CertificateCheck check = world.check();
        Credential citizen = world.citizen();
        World.accepted(check.check(citizen.chain()));
        int asked = world.responder.ocspRequests();
        world.authority.revoke(citizen.certificate());

        World.accepted(check.check(citizen.chain()));
        assertThat(world.responder.ocspRequests()).isEqualTo(asked);

        world.clock.letPass(Duration.ofMinutes(11));
        assertThat(World.refused(check.check(citizen.chain()))).isEqualTo(CertificateRefusal.REVOKED);
    }

    @Test
    void aListIsFetchedOnceForMany() {
        world.responder.ocsp(Ocsp.DOWN);
        CertificateCheck check = world.check();

        World.accepted(check.check(world.citizen().chain()));
        int fetched = world.responder.crlRequests();
        World.accepted(check.check(world.citizen().chain()));

        assertThat(world.responder.crlRequests()).isEqualTo(fetched);
        world.clock.letPass(Duration.ofHours(2));
        World.accepted(check.check(world.citizen().chain()));
        assertThat(world.responder.crlRequests()).isGreaterThan(fetched);
    }

    @Test
    void aFailureToAnswerIsNotRemembered() {
        world.responder.ocsp(Ocsp.DOWN);
        world.responder.crl(Crl.DOWN);
        CertificateCheck check = world.check();
        Credential citizen = world.citizen();
        assertThat(World.refused(check.check(citizen.chain()))).isEqualTo(CertificateRefusal.REVOCATION_UNKNOWN);

        world.responder.ocsp(Ocsp.TRUE);

        World.accepted(check.check(citizen.chain()));
    }

    private void misbehave(Ocsp how, Credential citizen) {
        world.responder.citizen(world.citizen());
        if (how == Ocsp.REPLAYED) {
            // The answer that will be replayed says that all is well.
            world.accepted(citizen);
            world.clock.letPass(Duration.ofMinutes(5));
        }
        world.responder.ocsp(how);
    }
}

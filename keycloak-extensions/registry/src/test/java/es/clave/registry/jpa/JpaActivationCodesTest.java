package es.clave.registry.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import es.clave.identity.ActivationCode;
import es.clave.identity.Dni;
import es.clave.identity.MobileNumber;
import es.clave.identity.RegistrationLevel;
import es.clave.platform.SlowHash;
import es.clave.registry.ActivationCodes.Answer;
import es.clave.registry.Citizen;
import es.clave.registry.PersonName;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.models.RealmModel;

/** The codes that activate Cl@ve Permanente, on the databases that the server runs on. */
class JpaActivationCodesTest {

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnH2 extends Rules {

        @Override
        RegistryDatabase open() throws Exception {
            return RegistryDatabase.h2();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres extends Rules {

        @Override
        RegistryDatabase open() throws Exception {
            return RegistryDatabase.postgres();
        }
    }

    abstract static class Rules {

        private static final RealmModel REALM = TestRealm.of("realm");
        private static final byte[] KEY = "a key of the tests".getBytes(StandardCharsets.US_ASCII);
        private static final SecureRandom RANDOM = new SecureRandom();

        private RegistryDatabase database;

        abstract RegistryDatabase open() throws Exception;

        @BeforeAll
        void openDatabase() throws Exception {
            database = open();
        }

        @AfterAll
        void closeDatabase() throws Exception {
            database.close();
        }

        @Test
        void aCodeIsAcceptedAsItWasPrintedAndOnce() {
            Citizen citizen = someone();
            ActivationCode code = issue(citizen);
            assertThat(waiting(citizen)).isTrue();
            assertThat(redeem(citizen, code.grouped().toLowerCase(Locale.ROOT))).isEqualTo(new Answer.Accepted());
            assertThat(waiting(citizen)).isFalse();
            assertThat(redeem(citizen, code.value())).isEqualTo(new Answer.None());
        }

        @Test
        void theFifthWrongCodeBlocksAlsoTheRightOneUntilANewOneIsIssued() {
            Citizen citizen = someone();
            ActivationCode code = issue(citizen);
            for (int left = 4; left >= 1; left--) {
                assertThat(redeem(citizen, other())).isEqualTo(new Answer.Wrong(left));
            }
            assertThat(redeem(citizen, other())).isEqualTo(new Answer.Blocked());
            assertThat(redeem(citizen, code.value())).isEqualTo(new Answer.Blocked());
            assertThat(waiting(citizen)).isFalse();
            assertThat(redeem(citizen, issue(citizen).value())).isEqualTo(new Answer.Accepted());
        }

        @Test
        void wrongCodesCountAlsoWhenTheRequestFails() {
            Citizen citizen = someone();
            issue(citizen);
            assertThatThrownBy(() -> database.inTransaction(entities -> {
                        codes(entities).redeem(REALM, Optional.of(citizen), other());
                        throw new IllegalStateException("the request fails");
                    }))
                    .hasMessage("the request fails");
            assertThat(redeem(citizen, other())).isEqualTo(new Answer.Wrong(3));
        }

        @Test
        void theRightCodeIsNotLostWhenTheRequestFails() {
            Citizen citizen = someone();
            ActivationCode code = issue(citizen);
            assertThatThrownBy(() -> database.inTransaction(entities -> {
                        codes(entities).redeem(REALM, Optional.of(citizen), code.value());
                        throw new IllegalStateException("the request fails");
                    }))
                    .hasMessage("the request fails");
            assertThat(redeem(citizen, code.value())).isEqualTo(new Answer.Accepted());
        }

        @Test
        void aNewCodeReplacesTheFormer() {
            Citizen citizen = someone();
            ActivationCode former = issue(citizen);
            ActivationCode code = issue(citizen);
            assertThat(redeem(citizen, former.value())).isEqualTo(new Answer.Wrong(4));
            assertThat(redeem(citizen, code.value())).isEqualTo(new Answer.Accepted());
        }

        @Test
        void aCheckUsesNothingUpButCountsWhatIsWrong() {
            Citizen citizen = someone();
            ActivationCode code = issue(citizen);
            assertThat(check(citizen, code.value())).isEqualTo(new Answer.Accepted());
            assertThat(check(citizen, other())).isEqualTo(new Answer.Wrong(4));
            assertThat(check(citizen, code.value())).isEqualTo(new Answer.Accepted());
            assertThat(redeem(citizen, code.value())).isEqualTo(new Answer.Accepted());
            assertThat(check(citizen, code.value())).isEqualTo(new Answer.None());
        }

        @Test
        void whatIsNoCodeIsNoTry() {
            Citizen citizen = someone();
            ActivationCode code = issue(citizen);
            for (int i = 0; i < 6; i++) {
                assertThat(redeem(citizen, "ABCD"))
                        .isEqualTo(new Answer.Malformed(ActivationCode.Mistake.WRONG_LENGTH));
            }
            assertThat(redeem(citizen, code.value())).isEqualTo(new Answer.Accepted());
        }

        @Test
        void theCodeOfAnotherOpensNothing() {
            Citizen citizen = someone();
            issue(citizen);
            assertThat(redeem(citizen, issue(someone()).value())).isEqualTo(new Answer.Wrong(4));
            Answer nobody = inTransaction(entities -> codes(entities).redeem(REALM, Optional.empty(), other()));
            assertThat(nobody).isEqualTo(new Answer.None());
        }

        @Test
        void ofManyWhoTypeTheRightCodeAtOnceOneIsAccepted() throws Exception {
            Citizen citizen = someone();
            String code = issue(citizen).value();
            List<Answer> answers = AtOnce.run(6, i -> redeem(citizen, code));
            assertThat(answers).filteredOn(new Answer.Accepted()::equals).hasSize(1);
            assertThat(answers).filteredOn(new Answer.None()::equals).hasSize(5);
        }

        @Test
        void ofManyWhoGuessAtOnceFiveHaveATry() throws Exception {
            Citizen citizen = someone();
            issue(citizen);
            List<Answer> answers = AtOnce.run(12, i -> redeem(citizen, other()));
            assertThat(answers).filteredOn(Answer.Wrong.class::isInstance).hasSize(4);
            assertThat(answers).filteredOn(new Answer.Blocked()::equals).hasSize(8);
        }

        @Test
        void theTableHoldsNoCodeInClear() {
            Citizen citizen = someone();
            ActivationCode code = issue(citizen);
            List<String> row = inTransaction(entities -> entities.createQuery(
                            "select concat(row.scheme, row.salt, row.hash) from ActivationCodeEntity row"
                                    + " where row.citizenId = :citizen",
                            String.class)
                    .setParameter("citizen", citizen.id())
                    .getResultList());
            assertThat(row).singleElement().asString().doesNotContain(code.value(), code.grouped());
        }

        @Test
        void twoHashesOfOneCodeDifferAndWithoutTheKeyNoneFits() {
            SlowHash hashing = new SlowHash(KEY, RANDOM);
            SlowHash.Hashed once = hashing.of("code");
            assertThat(hashing.of("code")).isNotEqualTo(once);
            assertThat(hashing.matches(once, "code")).isTrue();
            assertThat(hashing.matches(once, "cod")).isFalse();
            assertThat(new SlowHash(new byte[] {1}, RANDOM).matches(once, "code"))
                    .isFalse();
        }

        private static String other() {
            return ActivationCode.random(RANDOM).value();
        }

        private ActivationCode issue(Citizen citizen) {
            return inTransaction(entities -> codes(entities).issue(REALM, citizen));
        }

        private Answer check(Citizen citizen, String typed) {
            return inTransaction(entities -> codes(entities).check(REALM, Optional.of(citizen), typed));
        }

        private Answer redeem(Citizen citizen, String typed) {
            return inTransaction(entities -> codes(entities).redeem(REALM, Optional.of(citizen), typed));
        }

        private boolean waiting(Citizen citizen) {
            return inTransaction(entities -> codes(entities).waiting(REALM, citizen));
        }

        private <T> T inTransaction(Function<EntityManager, T> work) {
            return database.inTransaction(work);
        }

        private JpaActivationCodes codes(EntityManager entities) {
            return new JpaActivationCodes(
                    entities, this::inTransaction, new SlowHash(KEY, RANDOM), Clock.systemUTC(), RANDOM);
        }

        private static Citizen someone() {
            return new Citizen(
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(),
                    new Dni(99_000_001),
                    new PersonName("Ana", "Ruiz", Optional.empty()),
                    LocalDate.of(1984, 2, 29),
                    Citizen.Status.ACTIVE,
                    RegistrationLevel.ADVANCED,
                    Citizen.Route.OFFICE,
                    Instant.EPOCH,
                    MobileNumber.of("+34600000001"),
                    Optional.empty());
        }
    }
}

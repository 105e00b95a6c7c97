package es.clave.registry.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import es.clave.identity.Dni;
import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry.MobileChange;
import es.clave.registry.CitizenRegistry.Outcome;
import es.clave.registry.CitizenRegistry.Registration;
import es.clave.registry.CivilPerson;
import es.clave.registry.PersonName;
import es.clave.registry.PostalAddress;
import es.clave.registry.RegistrationAct;
import es.clave.registry.audit.Audits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** What the registry keeps and whom it turns away, on the databases that the server runs on. */
class JpaCitizenRegistryTest {

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
        private static final RealmModel OTHER_REALM = TestRealm.of("other-realm");
        private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
        private static final int AT_ONCE = 6;

        private final AtomicInteger next = new AtomicInteger();
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
        void whoIsRegisteredIsFoundByNumberUserAndPhoneWithEverythingThatWasSaid() {
            NationalId id = someone();
            MobileNumber mobile = someMobile();
            Citizen citizen = registered(register(registration(id, Citizen.Route.OFFICE, mobile)));

            assertThat(citizen.nationalId()).isEqualTo(id);
            assertThat(citizen.name()).isEqualTo(new PersonName("Gal·la", "Núñez", Optional.of("Puigcorbç")));
            assertThat(citizen.birthDate()).isEqualTo(LocalDate.of(1984, 2, 29));
            assertThat(citizen.status()).isEqualTo(Citizen.Status.ACTIVE);
            assertThat(citizen.level()).isEqualTo(RegistrationLevel.ADVANCED);
            assertThat(citizen.route()).isEqualTo(Citizen.Route.OFFICE);
            assertThat(citizen.since()).isEqualTo(NOW);
            assertThat(citizen.mobile()).isEqualTo(mobile);
            assertThat(citizen.email()).contains("someone@example.com");
            assertThat(find(id)).contains(citizen);
            assertThat(findByUser(REALM, citizen)).contains(citizen);
            assertThat(findByMobile(REALM, mobile)).contains(citizen);
        }

        @Test
        void theUsernameIsTheRegistrysOwnIdentifierAndNeverTheNumber() {
            NationalId id = someone();
            Citizen citizen = registered(register(registration(id, Citizen.Route.LETTER, someMobile())));
            UserEntity user = user(citizen);
            assertThat(user.getUsername()).isEqualTo(citizen.id()).doesNotContain(id.value());
            assertThat(user.getFirstName()).isEqualTo("Gal·la");
            assertThat(user.getLastName()).isEqualTo("Núñez Puigcorbç");
            assertThat(user.isEnabled()).isTrue();
        }

        @Test
        void whoLoggedInBeforeRegisteringKeepsTheUserUnderAnotherName() {
            NationalId id = someone();
            String before = UUID.randomUUID().toString();
            database.inTransaction(entities -> {
                new AccountRows(entities)
                        .open(
                                REALM,
                                before,
                                AccountRows.usernameOfUnregistered(id),
                                new PersonName("", "", Optional.empty()),
                                Optional.empty());
                return before;
            });

            Citizen citizen = registered(register(registration(id, Citizen.Route.CERTIFICATE, someMobile())));

            assertThat(citizen.userId()).isEqualTo(before);
            assertThat(user(citizen).getUsername()).isEqualTo(citizen.id());
            assertThat(user(citizen).getFirstName()).isEqualTo("Gal·la");
        }

        @Test
        void theAddressIsTheOneThatTheKeycloakUserHasNow() {
            NationalId id = someone();
            Citizen citizen = registered(register(registration(id, Citizen.Route.LETTER, someMobile())));
            database.inTransaction(entities -> {
                entities.find(UserEntity.class, citizen.userId()).setEmail("new@example.com", true);
                return new JpaCitizenRegistry(
                        new RegistryRows(entities), new AccountRows(entities), Audits.of(entities), Clock.systemUTC());
            });
            assertThat(find(id).orElseThrow().email()).contains("new@example.com");
        }

        @Test
        void aRealmDoesNotSeeTheCitizensOfAnother() {
            NationalId id = someone();
            MobileNumber mobile = someMobile();
            Citizen citizen = registered(register(registration(id, Citizen.Route.OFFICE, mobile)));
            assertThat(find(OTHER_REALM, id)).isEmpty();
            assertThat(findByUser(OTHER_REALM, citizen)).isEmpty();
            assertThat(findByMobile(OTHER_REALM, mobile)).isEmpty();
            assertThat(register(OTHER_REALM, registration(id, Citizen.Route.OFFICE, mobile)))
                    .isInstanceOf(Outcome.Registered.class);
        }

        @Test
        void aNumberThatAnotherActiveCitizenHasIsTakenAndNothingIsKept() {
            MobileNumber mobile = someMobile();
            register(registration(someone(), Citizen.Route.OFFICE, mobile));
            NationalId second = someone();
            assertThat(register(registration(second, Citizen.Route.OFFICE, mobile)))
                    .isEqualTo(new Outcome.MobileTaken());
            assertThat(find(second)).isEmpty();
        }

        @Test
        void theNumberOfAStoppedRegistrationIsFreeForOthers() {
            MobileNumber mobile = someMobile();
            Citizen first = registered(register(registration(someone(), Citizen.Route.OFFICE, mobile)));
            change(registry -> registry.disable(REALM, first, "officer"));
            Citizen second = registered(register(registration(someone(), Citizen.Route.LETTER, mobile)));
            assertThat(findByMobile(REALM, mobile)).contains(second);
            change(registry -> registry.renounce(REALM, second, second.id()));
            assertThat(findByMobile(REALM, mobile)).isEmpty();
        }

        @Test
        void whoComesBackFindsTheOldNumberTakenWhereSomebodyElseHasItNow() {
            MobileNumber mobile = someMobile();
            NationalId id = someone();
            Citizen first = registered(register(registration(id, Citizen.Route.OFFICE, mobile)));
            change(registry -> registry.renounce(REALM, first, first.id()));
            register(registration(someone(), Citizen.Route.LETTER, mobile));
            assertThat(register(registration(id, Citizen.Route.OFFICE, mobile))).isEqualTo(new Outcome.MobileTaken());
            assertThat(find(id).orElseThrow().status()).isEqualTo(Citizen.Status.RENOUNCED);
        }

        @Test
        void basicBecomesAdvancedAndBothActsAreKept() {
            NationalId id = someone();
            MobileNumber mobile = someMobile();
            Citizen basic = registered(register(registration(id, Citizen.Route.LETTER, mobile)));
            Citizen advanced = registered(register(registration(id, Citizen.Route.CERTIFICATE, mobile)));
            assertThat(advanced.id()).isEqualTo(basic.id());
            assertThat(advanced.userId()).isEqualTo(basic.userId());
            assertThat(advanced.level()).isEqualTo(RegistrationLevel.ADVANCED);
            assertThat(advanced.route()).isEqualTo(Citizen.Route.CERTIFICATE);
            assertThat(acts(advanced))
                    .containsExactly(
                            act(basic, RegistrationAct.Kind.REGISTERED, Citizen.Route.LETTER),
                            act(basic, RegistrationAct.Kind.UPGRADED, Citizen.Route.CERTIFICATE));
        }

        @Test
        void anUpgradeMayBringAnotherNumberWhichIsAnActOfItsOwn() {
            NationalId id = someone();
            MobileNumber newNumber = someMobile();
            register(registration(id, Citizen.Route.VIDEO_CALL, someMobile()));
            Citizen advanced = registered(register(registration(id, Citizen.Route.OFFICE, newNumber)));
            assertThat(advanced.mobile()).isEqualTo(newNumber);
            assertThat(acts(advanced))
                    .extracting(RegistrationAct::kind)
                    .containsExactly(
                            RegistrationAct.Kind.REGISTERED,
                            RegistrationAct.Kind.UPGRADED,
                            RegistrationAct.Kind.PHONE_CHANGED);
        }

        @Test
        void anUpgradeToTheNumberOfAnotherChangesNothing() {
            MobileNumber theirs = someMobile();
            register(registration(someone(), Citizen.Route.OFFICE, theirs));
            NationalId id = someone();
            Citizen basic = registered(register(registration(id, Citizen.Route.LETTER, someMobile())));
            assertThat(register(registration(id, Citizen.Route.OFFICE, theirs))).isEqualTo(new Outcome.MobileTaken());
            assertThat(find(id)).contains(basic);
        }

        @Test
        void whatIsReachedIsNeverLowered() {
            NationalId id = someone();
            Citizen advanced = registered(register(registration(id, Citizen.Route.OFFICE, someMobile())));
            for (Citizen.Route route : Citizen.Route.values()) {
                assertThat(register(registration(id, route, someMobile()))).isEqualTo(new Outcome.AlreadyRegistered());
            }
            assertThat(find(id)).contains(advanced);
            assertThat(acts(advanced)).hasSize(1);
        }

        @Test
        void stoppingARegistrationStopsTheKeycloakUserAndIsDoneOnce() {
            NationalId id = someone();
            Citizen citizen = registered(register(registration(id, Citizen.Route.OFFICE, someMobile())));
            change(registry -> registry.disable(REALM, citizen, "officer"));
            change(registry -> registry.disable(REALM, citizen, "officer"));
            assertThat(find(id).orElseThrow().status()).isEqualTo(Citizen.Status.DISABLED);
            assertThat(user(citizen).isEnabled()).isFalse();
            assertThat(acts(citizen))
                    .extracting(RegistrationAct::kind)
                    .containsExactly(RegistrationAct.Kind.REGISTERED, RegistrationAct.Kind.DISABLED);
        }

        @Test
        void whoLeftComesBackByCertificateOrInPersonOnly() {
            NationalId id = someone();
            MobileNumber mobile = someMobile();
            Citizen citizen = registered(register(registration(id, Citizen.Route.OFFICE, mobile)));
            change(registry -> registry.renounce(REALM, citizen, citizen.id()));
            assertThat(register(registration(id, Citizen.Route.LETTER, mobile)))
                    .isEqualTo(new Outcome.RouteNotAllowed());
            assertThat(register(registration(id, Citizen.Route.VIDEO_CALL, mobile)))
                    .isEqualTo(new Outcome.RouteNotAllowed());
            Citizen back = registered(register(registration(id, Citizen.Route.CERTIFICATE, mobile)));
            assertThat(back.status()).isEqualTo(Citizen.Status.ACTIVE);
            assertThat(user(back).isEnabled()).isTrue();
            assertThat(acts(back))
                    .extracting(RegistrationAct::kind)
                    .containsExactly(
                            RegistrationAct.Kind.REGISTERED,
                            RegistrationAct.Kind.RENOUNCED,
                            RegistrationAct.Kind.REREGISTERED);
        }

        @Test
        void whoRenouncedLongAgoIsErasedAndRegistersLikeAnybodyAfterwards() {
            NationalId id = someone();
            Citizen citizen = registered(register(registration(id, Citizen.Route.OFFICE, someMobile())));
            change(registry -> registry.renounce(REALM, citizen, citizen.id()));
            assertThat(renouncedBefore(REALM, NOW)).as("not yet").doesNotContain(citizen.id());
            change(registry -> registry.erase(REALM, citizen.id(), NOW));
            assertThat(find(id)).isPresent();

            Instant later = NOW.plusMillis(1);
            assertThat(renouncedBefore(REALM, later)).contains(citizen.id());
            assertThat(renouncedBefore(OTHER_REALM, later)).isEmpty();
            change(registry -> registry.erase(REALM, citizen.id(), later));

            assertThat(find(id)).isEmpty();
            assertThat(acts(citizen)).isEmpty();
            assertThat(user(citizen)).isNull();
            assertThat(audited(citizen)).contains("CITIZEN_ERASED system");
            Citizen again = registered(register(registration(id, Citizen.Route.LETTER, someMobile())));
            assertThat(again.userId()).isNotEqualTo(citizen.userId());
        }

        @Test
        void whoCameBackOrNeverRenouncedIsNotErased() {
            Citizen back = registered(register(registration(someone(), Citizen.Route.OFFICE, someMobile())));
            change(registry -> registry.renounce(REALM, back, back.id()));
            register(registration(back.nationalId(), Citizen.Route.CERTIFICATE, someMobile()));
            Citizen stopped = registered(register(registration(someone(), Citizen.Route.OFFICE, someMobile())));
            change(registry -> registry.disable(REALM, stopped, "officer"));
            Instant later = NOW.plusMillis(1);

            assertThat(renouncedBefore(REALM, later)).doesNotContain(back.id(), stopped.id());
            change(registry -> registry.erase(REALM, back.id(), later));
            change(registry -> registry.erase(REALM, stopped.id(), later));

            assertThat(find(back.nationalId())).isPresent();
            assertThat(find(stopped.nationalId())).isPresent();
        }

        @Test
        void ofManyWhoRegisterOneNumberAtOnceOneWinsAndNoneFails() throws Exception {
            for (int round = 0; round < 10; round++) {
                MobileNumber mobile = someMobile();
                List<Outcome> outcomes = atOnce(i -> registration(someone(), Citizen.Route.OFFICE, mobile));
                assertThat(outcomes)
                        .filteredOn(Outcome.Registered.class::isInstance)
                        .hasSize(1);
                assertThat(outcomes)
                        .filteredOn(new Outcome.MobileTaken()::equals)
                        .hasSize(AT_ONCE - 1);
            }
        }

        @Test
        void ofManyWhoRegisterOnePersonAtOnceOneWinsAndNoneFails() throws Exception {
            for (int round = 0; round < 10; round++) {
                NationalId id = someone();
                List<Outcome> outcomes = atOnce(i -> registration(id, Citizen.Route.OFFICE, someMobile()));
                assertThat(outcomes)
                        .filteredOn(Outcome.Registered.class::isInstance)
                        .hasSize(1);
                assertThat(outcomes)
                        .filteredOn(new Outcome.AlreadyRegistered()::equals)
                        .hasSize(AT_ONCE - 1);
                assertThat(acts(find(id).orElseThrow())).hasSize(1);
            }
        }

        @Test
        void ofManyUpgradesAtOnceOneCounts() throws Exception {
            NationalId id = someone();
            MobileNumber mobile = someMobile();
            Citizen basic = registered(register(registration(id, Citizen.Route.LETTER, mobile)));
            List<Outcome> outcomes = atOnce(i -> registration(id, Citizen.Route.OFFICE, mobile));
            assertThat(outcomes)
                    .filteredOn(Outcome.Registered.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(new Outcome.AlreadyRegistered()::equals)
                    .hasSize(AT_ONCE - 1);
            assertThat(acts(basic)).hasSize(2);
        }

        @Test
        void theConstraintHoldsWhereTheRulesWouldNot() {
            MobileNumber mobile = someMobile();
            Citizen stopped = registered(register(registration(someone(), Citizen.Route.OFFICE, mobile)));
            change(registry -> registry.disable(REALM, stopped, "officer"));
            register(registration(someone(), Citizen.Route.OFFICE, mobile));
            assertThatThrownBy(() -> database.inTransaction(entities -> {
                        entities.find(CitizenEntity.class, stopped.id())
                                .activate(RegistrationLevel.ADVANCED, Citizen.Route.OFFICE, NOW, mobile);
                        return stopped;
                    }))
                    .isNotNull();
        }

        @Test
        void withTheUserThePersonAndTheActsGo() {
            NationalId id = someone();
            NationalId other = someone();
            Citizen gone = registered(register(registration(id, Citizen.Route.OFFICE, someMobile())));
            Citizen stays = registered(register(registration(other, Citizen.Route.OFFICE, someMobile())));
            forget(rows -> rows.forgetUser(gone.userId()));
            assertThat(find(id)).isEmpty();
            assertThat(acts(gone)).isEmpty();
            assertThat(find(other)).contains(stays);
            assertThat(acts(stays)).hasSize(1);
        }

        @Test
        void withTheRealmAllItsCitizensAndActsGo() {
            RealmModel doomed = TestRealm.of("doomed-realm");
            NationalId id = someone();
            Citizen stays = registered(register(registration(id, Citizen.Route.OFFICE, someMobile())));
            Citizen gone = registered(
                    read(registry -> registry.register(doomed, registration(id, Citizen.Route.OFFICE, someMobile()))));
            forget(rows -> rows.forgetRealm(doomed.getId()));
            assertThat(find(doomed, id)).isEmpty();
            assertThat(acts(gone)).isEmpty();
            assertThat(find(id)).contains(stays);
        }

        @Test
        void aProvenNumberIsTakenFromWhoHasItAndBothActsAreKept() {
            MobileNumber mobile = someMobile();
            Citizen former = registered(register(registration(someone(), Citizen.Route.OFFICE, mobile)));
            Outcome outcome = register(proven(registration(someone(), Citizen.Route.LETTER, mobile)));
            Citizen winner = registered(outcome);
            assertThat(((Outcome.Registered) outcome).displaced()).contains(former);
            assertThat(findByMobile(REALM, mobile)).contains(winner);
            assertThat(find(former.nationalId()).orElseThrow().status()).isEqualTo(Citizen.Status.DISABLED);
            assertThat(user(former).isEnabled()).isFalse();
            assertThat(acts(former))
                    .extracting(RegistrationAct::kind)
                    .containsExactly(RegistrationAct.Kind.REGISTERED, RegistrationAct.Kind.DISPLACED);
            assertThat(acts(winner)).extracting(RegistrationAct::kind).containsExactly(RegistrationAct.Kind.REGISTERED);
        }

        @Test
        void aProvenNumberThatNobodyHasDisplacesNobody() {
            Outcome outcome = register(proven(registration(someone(), Citizen.Route.LETTER, someMobile())));
            assertThat(((Outcome.Registered) outcome).displaced()).isEmpty();
        }

        @Test
        void whoMayNotRegisterDisplacesNobodyEither() {
            MobileNumber mobile = someMobile();
            Citizen holder = registered(register(registration(someone(), Citizen.Route.OFFICE, mobile)));
            NationalId advanced = someone();
            register(registration(advanced, Citizen.Route.OFFICE, someMobile()));
            NationalId left = someone();
            Citizen renounced = registered(register(registration(left, Citizen.Route.OFFICE, someMobile())));
            change(registry -> registry.renounce(REALM, renounced, renounced.id()));

            assertThat(register(proven(registration(advanced, Citizen.Route.LETTER, mobile))))
                    .isEqualTo(new Outcome.AlreadyRegistered());
            assertThat(register(proven(registration(left, Citizen.Route.LETTER, mobile))))
                    .isEqualTo(new Outcome.RouteNotAllowed());
            assertThat(findByMobile(REALM, mobile)).contains(holder);
        }

        @Test
        void anUpgradeTakesAProvenNumberToo() {
            MobileNumber mobile = someMobile();
            Citizen former = registered(register(registration(someone(), Citizen.Route.OFFICE, mobile)));
            NationalId id = someone();
            register(registration(id, Citizen.Route.LETTER, someMobile()));
            Outcome outcome = register(proven(registration(id, Citizen.Route.CERTIFICATE, mobile)));
            assertThat(registered(outcome).mobile()).isEqualTo(mobile);
            assertThat(((Outcome.Registered) outcome).displaced()).contains(former);
            assertThat(findByMobile(REALM, mobile)).contains(registered(outcome));
        }

        @Test
        void ofManyWhoProvedTheSameNumberAtOnceOneHasItAndTheOthersAreDisabled() throws Exception {
            for (int round = 0; round < 10; round++) {
                MobileNumber mobile = someMobile();
                List<Outcome> outcomes = atOnce(i -> proven(registration(someone(), Citizen.Route.OFFICE, mobile)));
                Citizen holder = findByMobile(REALM, mobile).orElseThrow();
                for (Outcome outcome : outcomes) {
                    Citizen now = find(registered(outcome).nationalId()).orElseThrow();
                    assertThat(now.status() == Citizen.Status.ACTIVE)
                            .isEqualTo(now.id().equals(holder.id()));
                }
                assertThat(outcomes)
                        .extracting(outcome -> ((Outcome.Registered) outcome).displaced())
                        .filteredOn(Optional::isPresent)
                        .hasSize(AT_ONCE - 1);
            }
        }

        @Test
        void anotherPhoneIsAnActAndTheFormerNumberIsFree() {
            NationalId id = someone();
            MobileNumber former = someMobile();
            MobileNumber mobile = someMobile();
            Citizen citizen = registered(register(registration(id, Citizen.Route.OFFICE, former)));
            MobileChange change = changeMobile(citizen, mobile);
            assertThat(change).isEqualTo(new MobileChange.Changed(find(id).orElseThrow(), Optional.empty()));
            assertThat(findByMobile(REALM, mobile)).contains(find(id).orElseThrow());
            assertThat(findByMobile(REALM, former)).isEmpty();
            assertThat(acts(citizen))
                    .extracting(RegistrationAct::kind)
                    .containsExactly(RegistrationAct.Kind.REGISTERED, RegistrationAct.Kind.PHONE_CHANGED);
        }

        @Test
        void thePhoneOfAnotherIsTakenFromThatOne() {
            MobileNumber mobile = someMobile();
            Citizen former = registered(register(registration(someone(), Citizen.Route.OFFICE, mobile)));
            Citizen citizen = registered(register(registration(someone(), Citizen.Route.OFFICE, someMobile())));
            assertThat(changeMobile(citizen, mobile))
                    .isEqualTo(
                            new MobileChange.Changed(find(citizen.nationalId()).orElseThrow(), Optional.of(former)));
            assertThat(find(former.nationalId()).orElseThrow().status()).isEqualTo(Citizen.Status.DISABLED);
        }

        @Test
        void theSamePhoneAgainIsNoActAndWhoLeftChangesNone() {
            MobileNumber mobile = someMobile();
            Citizen citizen = registered(register(registration(someone(), Citizen.Route.OFFICE, mobile)));
            assertThat(changeMobile(citizen, mobile)).isEqualTo(new MobileChange.Unchanged());
            change(registry -> registry.renounce(REALM, citizen, citizen.id()));
            assertThat(changeMobile(citizen, someMobile())).isEqualTo(new MobileChange.NotActive());
            assertThat(acts(citizen)).hasSize(2);
        }

        @Test
        void whoMoveToOneNumberAtOnceMoveOneAfterTheOther() throws Exception {
            for (int round = 0; round < 10; round++) {
                MobileNumber mobile = someMobile();
                List<Citizen> citizens = IntStream.range(0, AT_ONCE)
                        .mapToObj(
                                i -> registered(register(registration(someone(), Citizen.Route.OFFICE, someMobile()))))
                        .toList();
                List<MobileChange> changes = AtOnce.run(AT_ONCE, i -> changeMobile(citizens.get(i), mobile));
                assertThat(changes).allMatch(MobileChange.Changed.class::isInstance);
                assertThat(citizens)
                        .filteredOn(citizen ->
                                find(citizen.nationalId()).orElseThrow().status() == Citizen.Status.ACTIVE)
                        .extracting(Citizen::id)
                        .containsExactly(
                                findByMobile(REALM, mobile).orElseThrow().id());
            }
        }

        @Test
        void whoSwapPhonesAtOnceDoNotWaitForEachOtherForEver() throws Exception {
            for (int round = 0; round < 5; round++) {
                List<Citizen> pair = IntStream.range(0, 2)
                        .mapToObj(
                                i -> registered(register(registration(someone(), Citizen.Route.OFFICE, someMobile()))))
                        .toList();
                List<MobileChange> changes = AtOnce.run(
                        2, i -> changeMobile(pair.get(i), pair.get(1 - i).mobile()));
                assertThat(changes).hasAtLeastOneElementOfType(MobileChange.Changed.class);
            }
        }

        @Test
        void anotherAddressIsAnActAndTheUserHasIt() {
            Citizen citizen = registered(register(registration(someone(), Citizen.Route.OFFICE, someMobile())));
            assertThat(changeEmail(citizen, "new@example.com").flatMap(Citizen::email))
                    .contains("new@example.com");
            assertThat(user(citizen).getEmail()).isEqualTo("new@example.com");
            assertThat(acts(citizen))
                    .extracting(RegistrationAct::kind)
                    .containsExactly(RegistrationAct.Kind.REGISTERED, RegistrationAct.Kind.EMAIL_CHANGED);
            change(registry -> registry.disable(REALM, citizen, "officer"));
            assertThat(changeEmail(citizen, "later@example.com")).isEmpty();
            assertThat(user(citizen).getEmail()).isEqualTo("new@example.com");
        }

        @Test
        void everyActIsInTheAuditLogWithTheActor() {
            Citizen citizen = registered(register(registration(someone(), Citizen.Route.OFFICE, someMobile())));
            changeMobile(citizen, someMobile());
            change(registry -> registry.renounce(REALM, citizen, citizen.id()));
            assertThat(audited(citizen))
                    .containsExactly("REGISTERED system", "PHONE_CHANGED " + citizen.id(), "RENOUNCED " + citizen.id());
        }

        private List<Outcome> atOnce(IntFunction<Registration> registration) throws Exception {
            return AtOnce.run(AT_ONCE, i -> register(registration.apply(i)));
        }

        private NationalId someone() {
            return new Dni(99_000_000 + next.incrementAndGet());
        }

        private MobileNumber someMobile() {
            return MobileNumber.of("+34" + (690_000_000 + next.incrementAndGet()));
        }

        private static Registration registration(NationalId id, Citizen.Route route, MobileNumber mobile) {
            CivilPerson person = new CivilPerson(
                    id,
                    new PersonName("Gal·la", "Núñez", Optional.of("Puigcorbç")),
                    LocalDate.of(1984, 2, 29),
                    new PostalAddress("Calle Mayor 1", "28013", "Madrid", "Madrid", "ES"),
                    true);
            return new Registration(
                    person, route.level(), route, mobile, false, Optional.of("someone@example.com"), "system");
        }

        private static Registration proven(Registration typed) {
            return new Registration(
                    typed.person(), typed.level(), typed.route(), typed.mobile(), true, typed.email(), typed.by());
        }

        private MobileChange changeMobile(Citizen citizen, MobileNumber mobile) {
            return read(registry -> registry.changeMobile(REALM, citizen, mobile, citizen.id()));
        }

        private Optional<Citizen> changeEmail(Citizen citizen, String email) {
            return read(registry -> registry.changeEmail(REALM, citizen, email, citizen.id()));
        }

        private List<String> renouncedBefore(RealmModel realm, Instant moment) {
            return read(registry -> registry.renouncedBefore(realm, moment, 100));
        }

        private List<String> audited(Citizen citizen) {
            return database.inTransaction(entities -> entities.createQuery(
                            "select concat(entry.action, ' ', entry.actor) from AuditEntryEntity entry"
                                    + " where entry.details like :citizen order by entry.key.number",
                            String.class)
                    .setParameter("citizen", "%" + citizen.id() + "%")
                    .getResultList());
        }

        private static RegistrationAct act(Citizen citizen, RegistrationAct.Kind kind, Citizen.Route route) {
            return new RegistrationAct(citizen.id(), kind, route, route.level(), NOW, "system");
        }

        private Outcome register(Registration registration) {
            return register(REALM, registration);
        }

        private Outcome register(RealmModel realm, Registration registration) {
            return read(registry -> registry.register(realm, registration));
        }

        private static Citizen registered(Outcome outcome) {
            assertThat(outcome).isInstanceOf(Outcome.Registered.class);
            return ((Outcome.Registered) outcome).citizen();
        }

        private Optional<Citizen> find(NationalId id) {
            return find(REALM, id);
        }

        private Optional<Citizen> find(RealmModel realm, NationalId id) {
            return read(registry -> registry.find(realm, id));
        }

        private Optional<Citizen> findByUser(RealmModel realm, Citizen citizen) {
            return read(registry -> registry.findByUserId(realm, citizen.userId()));
        }

        private Optional<Citizen> findByMobile(RealmModel realm, MobileNumber mobile) {
            return read(registry -> registry.findByMobile(realm, mobile));
        }

        private List<RegistrationAct> acts(Citizen citizen) {
            return read(registry -> registry.acts(REALM, citizen));
        }

        private UserEntity user(Citizen citizen) {
            return database.inTransaction(entities -> entities.find(UserEntity.class, citizen.userId()));
        }

        private void change(Consumer<JpaCitizenRegistry> work) {
            read(registry -> {
                work.accept(registry);
                return registry;
            });
        }

        private void forget(Consumer<RegistryRows> work) {
            database.inTransaction(entities -> {
                work.accept(new RegistryRows(entities));
                return entities;
            });
        }

        private <T> T read(Function<JpaCitizenRegistry, T> work) {
            return database.inTransaction(entities -> work.apply(new JpaCitizenRegistry(
                    new RegistryRows(entities),
                    new AccountRows(entities),
                    Audits.of(entities),
                    Clock.fixed(NOW, ZoneOffset.UTC))));
        }
    }
}

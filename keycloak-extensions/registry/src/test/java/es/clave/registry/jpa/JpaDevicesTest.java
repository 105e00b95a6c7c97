package es.clave.registry.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import es.clave.identity.Dni;
import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry.Outcome;
import es.clave.registry.CitizenRegistry.Registration;
import es.clave.registry.CivilPerson;
import es.clave.registry.Device;
import es.clave.registry.Devices.Activation;
import es.clave.registry.Devices.Counting;
import es.clave.registry.Devices.DeviceKey;
import es.clave.registry.PersonName;
import es.clave.registry.PostalAddress;
import es.clave.registry.PushSubscription;
import es.clave.registry.audit.Audits;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.models.RealmModel;

/** Which phones speak for whom, on the databases that the server runs on. */
class JpaDevicesTest {

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
        private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");
        private static final int MOST = 3;

        private final AtomicInteger next = new AtomicInteger();
        private RegistryDatabase database;
        private Instant time = NOW;

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
        void anActivatedDeviceIsFoundByUserIdAndKeyInItsRealmOnly() {
            Citizen citizen = someone();
            DeviceKey key = someKey();
            Device device = activated(activate(citizen, key));
            assertThat(device.publicKey()).isEqualTo(key.jwk());
            assertThat(device.activatedAt()).isEqualTo(NOW);
            assertThat(device.counter()).isZero();
            assertThat(active(citizen)).containsExactly(device);
            assertThat(find(device)).isEqualTo(device);
            assertThat(device(e -> devices(e).findByThumbprint(REALM, key.thumbprint())))
                    .contains(device);
            assertThat(device(e -> devices(e).find(OTHER_REALM, device.id()))).isEmpty();
            assertThat(device(e -> devices(e).findByThumbprint(OTHER_REALM, key.thumbprint())))
                    .isEmpty();
        }

        @Test
        void aCitizenHasThreeDevicesAndAnotherOnceOneIsRemoved() {
            Citizen citizen = someone();
            Device first = activated(activate(citizen, someKey()));
            activated(activate(citizen, someKey()));
            activated(activate(citizen, someKey()));
            assertThat(activate(citizen, someKey())).isEqualTo(new Activation.TooMany(MOST));
            assertThat(remove(citizen, first)).contains(first);
            activated(activate(citizen, someKey()));
            assertThat(active(citizen)).hasSize(MOST).doesNotContain(first);
        }

        @Test
        void ofManyActivatedAtOnceThreeRemain() throws Exception {
            Citizen citizen = someone();
            List<Activation> all = AtOnce.run(8, i -> activate(citizen, someKey()));
            assertThat(all).filteredOn(Activation.Activated.class::isInstance).hasSize(MOST);
            assertThat(all).filteredOn(new Activation.TooMany(MOST)::equals).hasSize(8 - MOST);
        }

        @Test
        void aKeyIsOneDevicesForEverAlsoOnceItWasRemovedOrChanged() {
            Citizen citizen = someone();
            DeviceKey key = someKey();
            Device device = activated(activate(citizen, key));
            assertThat(activate(someone(), key)).isEqualTo(new Activation.KeyKnown());
            DeviceKey other = someKey();
            Device changed = inTransaction(e -> devices(e).changeKey(REALM, citizen, device.id(), other))
                    .orElseThrow();
            assertThat(changed.publicKey()).isEqualTo(other.jwk());
            assertThat(device(e -> devices(e).findByThumbprint(REALM, key.thumbprint())))
                    .isEmpty();
            assertThat(activate(someone(), key)).isEqualTo(new Activation.KeyKnown());
            assertThat(device(e -> devices(e).changeKey(REALM, citizen, device.id(), key)))
                    .isEmpty();
            remove(citizen, changed);
            assertThat(activate(citizen, other)).isEqualTo(new Activation.KeyKnown());
        }

        @Test
        void ofManyWhoBringOneKeyAtOnceOneHasIt() throws Exception {
            DeviceKey key = someKey();
            List<Citizen> citizens = List.of(someone(), someone(), someone(), someone());
            List<Activation> all = AtOnce.run(4, i -> activate(citizens.get(i), key));
            assertThat(all).filteredOn(Activation.Activated.class::isInstance).hasSize(1);
            assertThat(all).filteredOn(new Activation.KeyKnown()::equals).hasSize(3);
        }

        @Test
        void nobodyChangesTheDeviceOfAnother() {
            Citizen owner = someone();
            Device device = activated(activate(owner, someKey()));
            Citizen other = someone();
            assertThat(remove(other, device)).isEmpty();
            assertThat(device(e -> devices(e).rename(REALM, other.userId(), device.id(), "mine")))
                    .isEmpty();
            assertThat(device(e -> devices(e).changeKey(REALM, other, device.id(), someKey())))
                    .isEmpty();
            assertThat(count(other, device, 1)).isEqualTo(new Counting.NotActive());
            assertThat(find(device)).isEqualTo(device);
        }

        @Test
        void aHigherCounterCountsAndOneThatWasUsedShutsTheDeviceOutAlsoWhenTheRequestFails() {
            Citizen citizen = someone();
            Device device = activated(activate(citizen, someKey()));
            assertThat(count(citizen, device, 1)).isEqualTo(new Counting.Counted());
            assertThat(count(citizen, device, 7)).isEqualTo(new Counting.Counted());
            assertThatThrownBy(() -> inTransaction(e -> {
                        assertThat(devices(e).countUp(REALM, citizen, device.id(), 7))
                                .isEqualTo(new Counting.Copied());
                        throw new IllegalStateException("the request fails");
                    }))
                    .hasMessage("the request fails");
            assertThat(find(device).status()).isEqualTo(Device.Status.SHUT_OUT);
            assertThat(active(citizen)).isEmpty();
            assertThat(count(citizen, device, 8)).isEqualTo(new Counting.NotActive());
            assertThat(audited("DEVICE_SHUT_OUT", device)).isEqualTo(1);
        }

        @Test
        void ofManyAnswersWithOneCounterAtOnceOneCountsAndTheDeviceIsShutOut() throws Exception {
            Citizen citizen = someone();
            Device device = activated(activate(citizen, someKey()));
            List<Counting> all = AtOnce.run(6, i -> count(citizen, device, 5));
            assertThat(all).filteredOn(new Counting.Counted()::equals).hasSize(1);
            assertThat(all).filteredOn(new Counting.Copied()::equals).hasSize(1);
            assertThat(all).filteredOn(new Counting.NotActive()::equals).hasSize(4);
        }

        @Test
        void aDeviceIsCalledAndReachedAsWasSaidLast() {
            Citizen citizen = someone();
            Device device = activated(activate(citizen, someKey()));
            inTransaction(e -> devices(e).rename(REALM, citizen.userId(), device.id(), "El móvil d'en Lluís"));
            PushSubscription push = new PushSubscription("https://push.example/1", "key", "secret");
            inTransaction(e -> {
                devices(e).subscribe(REALM, device.id(), Optional.of(push));
                return e;
            });
            assertThat(find(device).name()).isEqualTo("El móvil d'en Lluís");
            assertThat(find(device).push()).contains(push);
            remove(citizen, device);
            assertThat(find(device).push()).isEmpty();
        }

        @Test
        void useIsKeptOnceAnHour() {
            Citizen citizen = someone();
            Device device = activated(activate(citizen, someKey()));
            use(device, Duration.ofMinutes(59));
            assertThat(find(device).lastUsedAt()).isEqualTo(NOW);
            use(device, Duration.ofMinutes(61));
            assertThat(find(device).lastUsedAt()).isEqualTo(NOW.plus(Duration.ofMinutes(61)));
        }

        @Test
        void whoLeavesHasNoDeviceAndActivatesNone() {
            Citizen citizen = someone();
            Device device = activated(activate(citizen, someKey()));
            inTransaction(e -> {
                registry(e).renounce(REALM, citizen, citizen.id());
                return e;
            });
            assertThat(active(citizen)).isEmpty();
            assertThat(find(device).status()).isEqualTo(Device.Status.REMOVED);
            assertThat(activate(citizen, someKey())).isEqualTo(new Activation.NotRegistered());
        }

        @Test
        void activationRemovalAndChangeOfKeyAreAudited() {
            Citizen citizen = someone();
            Device device = activated(activate(citizen, someKey()));
            inTransaction(e -> devices(e).changeKey(REALM, citizen, device.id(), someKey()));
            remove(citizen, device);
            for (String act : List.of("DEVICE_ACTIVATED", "DEVICE_KEY_CHANGED", "DEVICE_REMOVED")) {
                assertThat(audited(act, device)).as(act).isEqualTo(1);
            }
        }

        @Test
        void devicesGoWithTheirUserAndTheirKeysMayComeBack() {
            Citizen citizen = someone();
            DeviceKey key = someKey();
            Device device = activated(activate(citizen, key));
            inTransaction(e -> {
                new DeviceRows(e).forgetUser(citizen.userId());
                return e;
            });
            assertThat(device(e -> devices(e).find(REALM, device.id()))).isEmpty();
            activated(activate(someone(), key));
        }

        private void use(Device device, Duration later) {
            time = NOW.plus(later);
            inTransaction(e -> {
                devices(e).used(REALM, device);
                return e;
            });
            time = NOW;
        }

        private Activation activate(Citizen citizen, DeviceKey key) {
            return inTransaction(e -> devices(e).activate(REALM, citizen, "A phone", key, MOST));
        }

        private static Device activated(Activation activation) {
            assertThat(activation).isInstanceOf(Activation.Activated.class);
            return ((Activation.Activated) activation).device();
        }

        private List<Device> active(Citizen citizen) {
            return inTransaction(e -> devices(e).active(REALM, citizen.userId()));
        }

        private Device find(Device device) {
            return inTransaction(e -> devices(e).find(REALM, device.id())).orElseThrow();
        }

        private Optional<Device> remove(Citizen citizen, Device device) {
            return inTransaction(e -> devices(e).remove(REALM, citizen, device.id(), citizen.id()));
        }

        private Counting count(Citizen citizen, Device device, long counter) {
            return inTransaction(e -> devices(e).countUp(REALM, citizen, device.id(), counter));
        }

        private long audited(String act, Device device) {
            return inTransaction(e -> e.createQuery(
                            "select count(entry) from AuditEntryEntity entry where entry.action = :act"
                                    + " and entry.details like :device",
                            Long.class)
                    .setParameter("act", act)
                    .setParameter("device", "%" + device.id() + "%")
                    .getSingleResult());
        }

        private DeviceKey someKey() {
            int number = next.incrementAndGet();
            return new DeviceKey("{\"kty\":\"EC\",\"x\":\"" + number + "\"}", "thumbprint-" + number);
        }

        private Citizen someone() {
            int number = next.incrementAndGet();
            NationalId id = new Dni(99_100_000 + number);
            Registration registration = new Registration(
                    new CivilPerson(
                            id,
                            new PersonName("Ana", "Ruiz", Optional.empty()),
                            LocalDate.of(1984, 2, 29),
                            new PostalAddress("Calle Mayor 1", "28001", "Madrid", "Madrid", "ES"),
                            true),
                    RegistrationLevel.ADVANCED,
                    Citizen.Route.OFFICE,
                    MobileNumber.of("+346001%05d".formatted(number)),
                    true,
                    Optional.empty(),
                    Registration.BY_THE_CITIZEN);
            Outcome outcome = inTransaction(e -> registry(e).register(REALM, registration));
            return ((Outcome.Registered) outcome).citizen();
        }

        private JpaCitizenRegistry registry(EntityManager entities) {
            return new JpaCitizenRegistry(
                    new RegistryRows(entities), new AccountRows(entities), Audits.of(entities), clock());
        }

        private JpaDevices devices(EntityManager entities) {
            return new JpaDevices(entities, this::inTransaction, Audits.of(entities, database), clock());
        }

        private Clock clock() {
            return Clock.fixed(time, ZoneOffset.UTC);
        }

        private Optional<Device> device(Function<EntityManager, Optional<Device>> work) {
            return inTransaction(work);
        }

        private <T> T inTransaction(Function<EntityManager, T> work) {
            return database.inTransaction(work);
        }
    }
}

package es.clave.registry.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.audit.Audits;
import es.clave.registry.synthetic.DemoSeeding;
import es.clave.registry.synthetic.Population;
import es.clave.registry.synthetic.SyntheticPerson;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

class DemoSeedingTest {

    private static final RealmModel REALM = TestRealm.of("clave");

    private RegistryDatabase database;

    @BeforeEach
    void open() throws Exception {
        database = RegistryDatabase.h2();
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Test
    void afterItTheRegistryIsAsThePopulationSays() {
        int registered = seed();
        assertThat(registered).isEqualTo((int) Population.load().people().stream()
                .filter(person -> person.registration().isPresent())
                .count());
        assertThat(Population.load().people()).allSatisfy(this::isAsItSays);
    }

    private void isAsItSays(SyntheticPerson person) {
        Optional<Citizen> citizen =
                with(registry -> registry.find(REALM, person.civil().nationalId()));
        assertThat(citizen.map(Citizen::status))
                .isEqualTo(person.registration().map(SyntheticPerson.Registration::status));
        assertThat(citizen.map(Citizen::route))
                .isEqualTo(person.registration().map(SyntheticPerson.Registration::route));
        assertThat(citizen.map(Citizen::level))
                .isEqualTo(person.registration().map(known -> known.route().level()));
        assertThat(citizen.flatMap(Citizen::email)).isEqualTo(citizen.isPresent() ? person.email() : Optional.empty());
    }

    @Test
    void doneAgainItChangesNothing() {
        seed();
        int again = seed();
        assertThat(again).isZero();
    }

    @Test
    void whoLeftAfterItIsNotBroughtBack() {
        seed();
        SyntheticPerson first = Population.load().people().get(0);
        with(registry -> {
            Citizen citizen = registry.find(REALM, first.civil().nationalId()).orElseThrow();
            registry.renounce(REALM, citizen, citizen.id());
            return citizen;
        });
        seed();
        Optional<Citizen> citizen =
                with(registry -> registry.find(REALM, first.civil().nationalId()));
        assertThat(citizen.map(Citizen::status)).contains(Citizen.Status.RENOUNCED);
    }

    private int seed() {
        return with(registry -> new DemoSeeding(REALM, registry).register());
    }

    private <T> T with(Function<CitizenRegistry, T> work) {
        return database.inTransaction(entities -> work.apply(new JpaCitizenRegistry(
                new RegistryRows(entities), new AccountRows(entities), Audits.of(entities), Clock.systemUTC())));
    }
}

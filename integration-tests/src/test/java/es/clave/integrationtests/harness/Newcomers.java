package es.clave.integrationtests.harness;

import es.clave.registry.CivilPerson;
import es.clave.registry.synthetic.GeneratedPeople;
import es.clave.registry.synthetic.SyntheticPerson;
import java.util.concurrent.atomic.AtomicInteger;

/** People whom the civil register knows and Cl@ve does not: each is met once, so that tests which register leave others alone. */
public final class Newcomers {

    /** How many there are. */
    static final int COUNT = 10_000;

    private static final GeneratedPeople PEOPLE = new GeneratedPeople(COUNT);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Newcomers() {}

    /** Somebody whom no test has met. The mobile is theirs, and registered by nobody. */
    public static Citizen next() {
        SyntheticPerson person = PEOPLE.person(NEXT.getAndIncrement());
        CivilPerson civil = person.civil();
        return new Citizen(
                civil.nationalId().value(),
                person.datum().value(),
                civil.name().given(),
                civil.name().firstSurname(),
                civil.name().secondSurname().orElse(""),
                civil.birthDate().toString(),
                person.mobile().orElseThrow().e164(),
                "",
                "",
                "");
    }
}

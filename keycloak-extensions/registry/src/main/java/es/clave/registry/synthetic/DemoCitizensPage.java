package es.clave.registry.synthetic;

import es.clave.identity.ContrastDatum;
import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/demo-citizens.md}: the fixed population as a table. */
final class DemoCitizensPage {

    private static final String NOTHING = "–";
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final String INTRODUCTION = """
            # Demo citizens

            The people of the demo. None of them exists: the numbers are of ranges that were never given out. They are the
            same every time, and `./clave demo` registers those who have a level.

            This page is made from `keycloak-extensions/registry/src/main/resources/es/clave/registry/synthetic/population.csv`;
            after a change there, run `mvn -pl keycloak-extensions/registry -am test -Dtest=DemoCitizensPageTest
            -Dsurefire.failIfNoSpecifiedTests=false -Dclave.docs.write=true`.

            The level is the one with which Cl@ve works for the person; where there is none, no login is possible. The password is that
            of Cl@ve Permanente; where there is none, the person has not activated it.

            """;

    private DemoCitizensPage() {}

    static String of(List<SyntheticPerson> people) {
        return INTRODUCTION
                + row("DNI/NIE", "Contrast datum", "Phone", "Level", "Password", "Name", "Case")
                + row("---", "---", "---", "---", "---", "---", "---")
                + people.stream().map(DemoCitizensPage::row).collect(Collectors.joining());
    }

    private static String row(SyntheticPerson person) {
        return row(
                value(person.civil().nationalId()),
                typed(person.datum()),
                person.mobile().map(MobileNumber::e164).orElse(NOTHING),
                person.registration()
                        .filter(known -> person.usesClave())
                        .map(known -> known.route().level().name())
                        .orElse(NOTHING),
                person.password().map(password -> "`" + password + "`").orElse(NOTHING),
                person.civil().name().given() + " " + person.civil().name().family(),
                person.story());
    }

    private static String value(NationalId id) {
        return id.value();
    }

    private static String typed(ContrastDatum datum) {
        return datum instanceof ContrastDatum.DocumentDate date ? AS_TYPED.format(date.date()) : datum.value();
    }

    private static String row(String... cells) {
        return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}

package es.clave.registry.synthetic;

import es.clave.identity.ContrastDatum;
import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.registry.Citizen;
import es.clave.registry.CivilPerson;
import es.clave.registry.PersonName;
import es.clave.registry.PostalAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fixed population of the demo, read from {@code population.csv}: the same people every time. */
public final class Population {

    private static final String FILE = "population.csv";
    private static final String SEPARATOR = ";";

    private final Map<NationalId, SyntheticPerson> people = new LinkedHashMap<>();

    private Population() {}

    /** Reads the file of this module. */
    public static Population load() {
        Population population = new Population();
        try (InputStream file = Population.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(Population::person).forEach(population::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return population;
    }

    private void add(SyntheticPerson person) {
        if (people.put(person.civil().nationalId(), person) != null) {
            throw new IllegalStateException("twice in " + FILE + ": " + person.story());
        }
    }

    /** Everybody, in the order of the file: who took over a phone comes after who had it. */
    public List<SyntheticPerson> people() {
        return List.copyOf(people.values());
    }

    /** The person of this number. */
    public Optional<SyntheticPerson> find(NationalId id) {
        return Optional.ofNullable(people.get(id));
    }

    private static SyntheticPerson person(String line) {
        Iterator<String> cells = List.of(line.split(SEPARATOR, -1)).iterator();
        NationalId id = NationalId.of(cells.next());
        ContrastDatum datum = ContrastDatum.of(id, cells.next());
        PersonName name = new PersonName(cells.next(), cells.next(), text(cells.next()));
        LocalDate birthDate = LocalDate.parse(cells.next());
        boolean alive = "yes".equals(cells.next());
        PostalAddress address = new PostalAddress(cells.next(), cells.next(), cells.next(), cells.next(), cells.next());
        return new SyntheticPerson(
                new CivilPerson(id, name, birthDate, address, alive),
                datum,
                text(cells.next()).map(MobileNumber::of),
                text(cells.next()),
                registration(cells.next(), cells.next()),
                cells.next(),
                text(cells.next()));
    }

    private static Optional<SyntheticPerson.Registration> registration(String route, String status) {
        return text(route)
                .map(Citizen.Route::valueOf)
                .map(by -> new SyntheticPerson.Registration(by, Citizen.Status.valueOf(status)));
    }

    private static Optional<String> text(String cell) {
        return Optional.of(cell).filter(filled -> !filled.isEmpty());
    }
}

package es.clave.integrationtests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The demo population: the file that the server itself reads. */
public final class Population {

    private static final String FILE = "/es/clave/registry/synthetic/population.csv";
    private static final List<Citizen> PEOPLE = read();

    private Population() {}

    /** Everybody. */
    public static List<Citizen> everybody() {
        return PEOPLE;
    }

    /** The person with that DNI or NIE. */
    public static Citizen of(String nationalId) {
        return PEOPLE.stream()
                .filter(citizen -> citizen.nationalId().equals(nationalId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The demo population has lost a person that tests stand on"));
    }

    private static List<Citizen> read() {
        try (InputStream file = Population.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + FILE);
            }
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> columns = fields(lines.get(0));
            List<Citizen> people = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> fields = fields(line);
                people.add(new Citizen(
                        fields.get(columns.indexOf("national_id")),
                        fields.get(columns.indexOf("contrast_datum")),
                        fields.get(columns.indexOf("given")),
                        fields.get(columns.indexOf("first_surname")),
                        fields.get(columns.indexOf("second_surname")),
                        fields.get(columns.indexOf("birth_date")),
                        fields.get(columns.indexOf("mobile")),
                        fields.get(columns.indexOf("route")),
                        fields.get(columns.indexOf("email")),
                        fields.get(columns.indexOf("password"))));
            }
            return List.copyOf(people);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(String line) {
        return Arrays.asList(line.split(";", -1));
    }
}

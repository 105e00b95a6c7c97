package es.clave.demo;

import es.clave.demo.phone.Contact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The people of the demo, from the table in docs/demo-citizens.md, which is made from the population itself. */
final class DemoCitizens {

    /** One row of the table; what there is none of is a dash. */
    record Row(String nationalId, String contrastDatum, String phone, String level, String name, String what) {

        boolean isRegistered() {
            return !level.equals(NONE);
        }

        boolean hasNie() {
            return "XYZ".indexOf(nationalId.charAt(0)) >= 0;
        }

        boolean hasPermanentDni() {
            return what.startsWith("Permanent DNI");
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static final String NONE = "–";
    private static final int LONGEST_NAME = 40;

    private final List<Row> rows;

    private DemoCitizens(List<Row> rows) {
        this.rows = rows;
    }

    /** Nobody where there is no such page. */
    static DemoCitizens in(Path page) {
        try {
            return of(Files.readAllLines(page));
        } catch (IOException e) {
            return new DemoCitizens(List.of());
        }
    }

    static DemoCitizens of(List<String> page) {
        List<Row> rows = new ArrayList<>();
        List<String> titles = List.of();
        for (String line : page) {
            if (!line.startsWith("|") || line.matches("[|\\s:-]+")) {
                continue;
            }
            List<String> cells = Arrays.stream(line.substring(1).split("\\|", -1))
                    .map(String::strip)
                    .toList();
            if (titles.isEmpty()) {
                titles = cells;
            } else {
                rows.add(row(titles, cells));
            }
        }
        return new DemoCitizens(rows);
    }

    private static Row row(List<String> titles, List<String> cells) {
        return new Row(
                cell(titles, cells, "DNI"),
                cell(titles, cells, "Contrast"),
                cell(titles, cells, "Phone"),
                cell(titles, cells, "Level"),
                cell(titles, cells, "Name"),
                cell(titles, cells, "Case"));
    }

    private static String cell(List<String> titles, List<String> cells, String title) {
        for (int i = 0; i < Math.min(titles.size(), cells.size()); i++) {
            if (titles.get(i).startsWith(title) && !cells.get(i).isEmpty()) {
                return cells.get(i);
            }
        }
        return NONE;
    }

    /** Whose phones there are. */
    List<Contact> contacts() {
        return rows.stream()
                .filter(row -> !row.phone().equals(NONE))
                .map(row -> new Contact(shortened(row.name()), row.phone()))
                .toList();
    }

    /** The first of each kind that somebody who tries the demo wants to try. */
    List<Row> mostUseful() {
        Set<Row> chosen = new LinkedHashSet<>();
        Predicate<Row> registered = Row::isRegistered;
        Predicate<Row> plainDni = row -> !row.hasNie() && !row.hasPermanentDni();
        choose(chosen, registered.and(plainDni).and(row -> row.level().equals("ADVANCED")));
        choose(chosen, registered.and(plainDni).and(row -> row.level().equals("BASIC")));
        choose(chosen, registered.and(Row::hasPermanentDni));
        choose(chosen, registered.and(Row::hasNie));
        choose(chosen, registered.negate().and(plainDni));
        return List.copyOf(chosen);
    }

    private void choose(Set<Row> chosen, Predicate<Row> which) {
        rows.stream().filter(which).findFirst().ifPresent(chosen::add);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}

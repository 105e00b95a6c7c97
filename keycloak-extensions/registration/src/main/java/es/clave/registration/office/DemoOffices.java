package es.clave.registration.office;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;

/** The offices of the demo, read from {@code offices.csv}: streets and hours are invented, the towns are where they are. */
final class DemoOffices {

    private static final String FILE = "offices.csv";

    private DemoOffices() {}

    static List<RegistrationOffice> all() {
        return DataFile.rows(FILE).stream().map(DemoOffices::office).toList();
    }

    private static RegistrationOffice office(List<String> row) {
        Iterator<String> cells = row.iterator();
        return new RegistrationOffice(
                cells.next(),
                cells.next(),
                new OfficeAddress(cells.next(), cells.next(), cells.next(), cells.next()),
                new GeoPoint(Double.parseDouble(cells.next()), Double.parseDouble(cells.next())),
                ZoneId.of(cells.next()),
                OpeningHours.parse(cells.next()),
                Integer.parseInt(cells.next()),
                Duration.ofMinutes(Integer.parseInt(cells.next())));
    }
}

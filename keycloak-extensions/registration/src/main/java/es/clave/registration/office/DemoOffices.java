package es.clave.registration.office;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The offices of the demo, read from {@code offices.csv}: streets and hours are invented, the towns are where they are, and so are the
 * holidays of their regions, by province in {@code holidays.csv}.
 */
final class DemoOffices {

    private static final String FILE = "offices.csv";
    private static final String HOLIDAYS = "holidays.csv";

    private DemoOffices() {}

    static List<RegistrationOffice> all() {
        Map<String, ClosedDays> holidays = DataFile.rows(HOLIDAYS).stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> ClosedDays.parse(row.get(1))));
        return DataFile.rows(FILE).stream().map(row -> office(row, holidays)).toList();
    }

    private static RegistrationOffice office(List<String> row, Map<String, ClosedDays> holidays) {
        Iterator<String> cells = row.iterator();
        String id = cells.next();
        String name = cells.next();
        OfficeAddress address = new OfficeAddress(cells.next(), cells.next(), cells.next(), cells.next());
        return new RegistrationOffice(
                id,
                name,
                address,
                new GeoPoint(Double.parseDouble(cells.next()), Double.parseDouble(cells.next())),
                ZoneId.of(cells.next()),
                OpeningHours.parse(cells.next()),
                holidays.getOrDefault(address.province(), ClosedDays.NONE),
                Integer.parseInt(cells.next()),
                Duration.ofMinutes(Integer.parseInt(cells.next())));
    }
}

package es.clave.registration.office;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.registry.PersonName;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Offices and people for the tests. */
final class Samples {

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private Samples() {}

    static RegistrationOffice office(String id, int capacity) {
        return office(id, capacity, MADRID, "Mo-Fr 09:00-11:00");
    }

    static RegistrationOffice office(String id, int capacity, ZoneId zone, String hours) {
        return office(id, capacity, zone, hours, ClosedDays.NONE);
    }

    static RegistrationOffice closedOn(String days) {
        return office("a", 1, MADRID, "Mo-Fr 09:00-11:00", ClosedDays.parse(days));
    }

    private static RegistrationOffice office(String id, int capacity, ZoneId zone, String hours, ClosedDays closed) {
        return new RegistrationOffice(
                id,
                "Oficina " + id,
                new OfficeAddress("Calle Mayor, 1", "28013", "Madrid", "Madrid"),
                new GeoPoint(40.4168, -3.7038),
                zone,
                OpeningHours.parse(hours),
                closed,
                capacity,
                Duration.ofMinutes(20));
    }

    static Appointment.Visitor visitor(int number) {
        return new Appointment.Visitor(
                dni(number),
                new PersonName("Ana", "García", Optional.of("López")),
                MobileNumber.of("+34600000001"),
                Optional.of("ana@example.com"),
                Locale.forLanguageTag("es"));
    }

    static NationalId dni(int number) {
        return NationalId.of(
                String.format(Locale.ROOT, "%08d", number) + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23));
    }
}

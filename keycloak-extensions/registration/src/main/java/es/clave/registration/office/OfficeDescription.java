package es.clave.registration.office;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** An office as the REST API reads and writes it. {@code closedDays} may be missing: it rests on national holidays only. */
public record OfficeDescription(
        String id,
        String name,
        String street,
        String postcode,
        String town,
        String province,
        Double latitude,
        Double longitude,
        String timeZone,
        String openingHours,
        String closedDays,
        Integer capacity,
        Integer slotMinutes) {

    static OfficeDescription of(RegistrationOffice office) {
        return new OfficeDescription(
                office.id(),
                office.name(),
                office.address().street(),
                office.address().postcode(),
                office.address().town(),
                office.address().province(),
                office.position().latitude(),
                office.position().longitude(),
                office.zone().getId(),
                office.hours().text(),
                office.closed().text(),
                office.capacity(),
                office.slotMinutes());
    }

    /**
     * The office that is described.
     *
     * @throws IllegalArgumentException saying what is missing or wrong
     */
    RegistrationOffice office(String officeId) {
        return new RegistrationOffice(
                officeId,
                text("name", name),
                new OfficeAddress(
                        text("street", street),
                        text("postcode", postcode),
                        text("town", town),
                        text("province", province)),
                new GeoPoint(given("latitude", latitude), given("longitude", longitude)),
                zone(),
                OpeningHours.parse(text("openingHours", openingHours)),
                ClosedDays.parse(Optional.ofNullable(closedDays).orElse("")),
                given("capacity", capacity),
                Duration.ofMinutes(given("slotMinutes", slotMinutes)));
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(text("timeZone", timeZone));
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("timeZone is one as Europe/Madrid or Atlantic/Canary", unknown);
        }
    }

    private static String text(String field, String value) {
        String text = given(field, value).strip();
        if (text.isEmpty() || text.length() > 255) {
            throw new IllegalArgumentException(field + " has 1 to 255 letters");
        }
        return text;
    }

    private static <T> T given(String field, T value) {
        return Optional.ofNullable(value).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }
}

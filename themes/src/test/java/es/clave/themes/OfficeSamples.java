package es.clave.themes;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pages of offices and appointments, with what the server could put into them. */
final class OfficeSamples {

    /** Keys that no template names: the server uses them. Those of the desk too. */
    static final Set<String> USED_BY_THE_SERVER;

    private static final Set<String> USED_FOR_APPOINTMENTS = Set.of(
            "officeWhereEmpty",
            "officeWhereUnknown",
            "officeSlotGone",
            "officeMobileEmpty",
            "officeMobileMalformed",
            "officeMobileNotMobile",
            "officeEmailMalformed",
            "officeTooMany",
            "smsAppointmentBooked",
            "smsAppointmentMoved",
            "smsAppointmentCancelled",
            "smsAppointmentReminder",
            "mailAppointmentSubjectBooked",
            "mailAppointmentSubjectMoved",
            "mailAppointmentSubjectCancelled",
            "mailAppointmentSubjectReminder",
            "mailAppointmentBooked",
            "mailAppointmentMoved",
            "mailAppointmentCancelled",
            "mailAppointmentReminder",
            "calendarAppointmentTitle");

    private static final Map<String, Object> OFFICE = Map.of(
            "id", "jerez-de-la-frontera",
            "name", "Jerez de la Frontera",
            "street", "Avenida de la Libertad, 16",
            "town", "11401 Jerez de la Frontera");
    private static final Map<String, String> TIME = Map.of("day", "lunes, 30 de noviembre de 2026", "hour", "09:20");

    /** Not the real outline, which is the server's: only something in its place. */
    private static final Map<String, Object> MAP = Map.of(
            "width", 440,
            "height", 424,
            "outlines", List.of("M60.0 30.0L400.0 60.0L320.0 250.0L130.0 310.0L70.0 280.0Z"),
            "dots", List.of(Map.of("x", 180.5, "y", 143.3), Map.of("x", 360.0, "y", 104.5)),
            "marks", List.of(Map.of("x", 106.3, "y", 292.6), Map.of("x", 101.4, "y", 298.9)),
            "here", List.of(Map.of("x", 104.0, "y", 295.0)));

    static {
        Set<String> all = new HashSet<>(USED_FOR_APPOINTMENTS);
        all.addAll(DeskSamples.USED_BY_THE_SERVER);
        USED_BY_THE_SERVER = Set.copyOf(all);
    }

    private OfficeSamples() {}

    static Stream<SamplePage> all() {
        return Stream.concat(appointments(), DeskSamples.all());
    }

    private static Stream<SamplePage> appointments() {
        SamplePage finder = step("clave-registration-office-finder")
                .with("where", "")
                .with("placeName", "")
                .with("moving", false)
                .with("offices", List.of())
                .with(
                        "map",
                        Map.of(
                                "width", 440,
                                "height", 424,
                                "outlines", MAP.get("outlines"),
                                "dots", MAP.get("dots"),
                                "marks", List.of(),
                                "here", List.of()));
        SamplePage slots = step("clave-registration-office-slots")
                .with("office", OFFICE)
                .with("earlier", "")
                .with("later", "2026-12-04")
                .with(
                        "days",
                        List.of(
                                day("2026-11-30", "lunes, 30 de noviembre de 2026"),
                                day("2026-12-01", "martes, 1 de diciembre de 2026")));
        SamplePage contact = step("clave-registration-office-contact")
                .with("office", OFFICE)
                .with("time", TIME)
                .with("moving", false)
                .with("typed", Map.of("mobile", "", "email", ""));
        SamplePage appointment = step("clave-registration-office-appointment")
                .with("office", OFFICE)
                .with("time", TIME)
                .with("state", "booked")
                .with("changeable", true)
                .with("phoneEnding", "01")
                .with("mailed", true);
        return Stream.of(
                finder,
                finder.named("clave-registration-office-finder-unknown")
                        .with("where", "Atlantis")
                        .failing("where", "officeWhereUnknown"),
                finder.named("clave-registration-office-finder-found")
                        .with("where", "11401")
                        .with("placeName", "Jerez de la Frontera")
                        .with("moving", true)
                        .with("map", MAP)
                        .with("offices", List.of(found(1, true), found(2, false))),
                slots,
                slots.named("clave-registration-office-slots-gone")
                        .with("earlier", "2026-11-24")
                        .saying("error", "officeSlotGone"),
                slots.named("clave-registration-office-slots-none").with("days", List.of()),
                contact,
                contact.named("clave-registration-office-contact-wrong")
                        .with("typed", Map.of("mobile", "912345678", "email", "ana@"))
                        .failing("mobile", "officeMobileNotMobile")
                        .failing("email", "officeEmailMalformed"),
                contact.named("clave-registration-office-contact-moving").with("moving", true),
                contact.named("clave-registration-office-contact-many").saying("error", "officeTooMany"),
                appointment,
                appointment.named("clave-registration-office-appointment-known").with("state", "known"),
                appointment
                        .named("clave-registration-office-appointment-begun")
                        .with("state", "known")
                        .with("changeable", false)
                        .with("mailed", false),
                appointment
                        .named("clave-registration-office-appointment-cancel")
                        .with("state", "cancel"),
                appointment
                        .named("clave-registration-office-appointment-cancelled")
                        .with("state", "cancelled"));
    }

    private static SamplePage step(String template) {
        return SamplePage.page(template)
                .with("agencyName", "Ayuntamiento de Villaclara")
                .with("stepNumber", 3)
                .with("stepCount", 6);
    }

    private static Map<String, Object> found(int number, boolean free) {
        return Map.of(
                "id",
                "office-" + number,
                "name",
                "Jerez de la Frontera",
                "street",
                "Avenida de la Libertad, 16",
                "town",
                "11401 Jerez de la Frontera",
                "hours",
                List.of("lun–vie 09:00–14:00", "sáb 09:00–13:00"),
                "distanceKm",
                number * 12 - 12,
                "next",
                free ? TIME : Map.of());
    }

    private static Map<String, Object> day(String id, String name) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "times",
                IntStream.range(9, 14)
                        .mapToObj(hour -> Map.of("second", "17800000" + hour, "hour", hour + ":20"))
                        .collect(Collectors.toList()));
    }
}

package es.clave.registration.office;

import es.clave.registration.RegistrationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The pages on the way to an appointment. */
final class OfficePages {

    private static final String FINDER = "clave-registration-office-finder.ftl";
    private static final String SLOTS = "clave-registration-office-slots.ftl";
    private static final String CONTACT = "clave-registration-office-contact.ftl";
    private static final String APPOINTMENT = "clave-registration-office-appointment.ftl";

    private final RegistrationContext context;
    private final MapOfSpain map;

    OfficePages(RegistrationContext context, MapOfSpain map) {
        this.context = context;
        this.map = map;
    }

    /** Offices near a place, on a list and on a map. */
    void finder(FinderResult result, Optional<FormMessage> mistake, boolean moving) {
        LoginFormsProvider page = context.page();
        mistake.ifPresent(wrong -> page.setErrors(List.of(wrong)));
        context.show(
                page.setAttribute("where", result.where())
                        .setAttribute(
                                "placeName", result.place().map(Place::name).orElse(""))
                        .setAttribute("offices", offices(result))
                        .setAttribute("map", map(result))
                        .setAttribute("moving", moving),
                FINDER);
    }

    private List<Map<String, Object>> offices(FinderResult result) {
        List<Map<String, Object>> offices = new ArrayList<>();
        for (FinderResult.Found found : result.nearest()) {
            Map<String, Object> office = new HashMap<>(place(found.office()));
            office.put("hours", new HoursText(found.office().hours(), language()).lines());
            office.put("distanceKm", Math.round(found.distanceKm()));
            office.put(
                    "next",
                    found.next().map(slot -> when(found.office(), slot.start())).orElse(Map.of()));
            offices.add(office);
        }
        return offices;
    }

    private Map<String, Object> map(FinderResult result) {
        return Map.of(
                "width",
                MapOfSpain.WIDTH,
                "height",
                MapOfSpain.HEIGHT,
                "outlines",
                map.outlines(),
                "dots",
                result.all().stream()
                        .map(office -> MapOfSpain.spot(office.position()))
                        .map(OfficePages::xy)
                        .toList(),
                "marks",
                result.nearest().stream()
                        .map(found -> MapOfSpain.spot(found.office().position()))
                        .map(OfficePages::xy)
                        .toList(),
                "here",
                result.place().map(place -> MapOfSpain.spot(place.position())).map(OfficePages::xy).stream()
                        .toList());
    }

    private static Map<String, Double> xy(MapOfSpain.Spot spot) {
        return Map.of("x", spot.x(), "y", spot.y());
    }

    /** The free times of an office, some days at a time. */
    void slots(RegistrationOffice office, FreeDays free, Optional<String> mistake) {
        LoginFormsProvider page = context.page();
        mistake.ifPresent(page::setError);
        context.show(
                page.setAttribute("office", place(office))
                        .setAttribute("days", days(office, free))
                        .setAttribute(
                                "earlier",
                                free.earlier().map(LocalDate::toString).orElse(""))
                        .setAttribute(
                                "later", free.later().map(LocalDate::toString).orElse("")),
                SLOTS);
    }

    private List<Map<String, Object>> days(RegistrationOffice office, FreeDays free) {
        List<Map<String, Object>> days = new ArrayList<>();
        free.days()
                .forEach((day, slots) -> days.add(Map.of(
                        "name",
                        OfficeTime.longDay(day, language()),
                        "id",
                        day.toString(),
                        "times",
                        slots.stream()
                                .map(slot -> Map.of(
                                        "second",
                                        Long.toString(slot.start().getEpochSecond()),
                                        "hour",
                                        new OfficeTime(slot.start(), office.zone(), language()).hour()))
                                .toList())));
        return days;
    }

    /** Where to tell the visitor of changes; when an appointment is moved, only whether it shall be so. */
    void contact(
            RegistrationOffice office,
            Instant start,
            AppointmentContact typed,
            List<FormMessage> mistakes,
            boolean moving) {
        LoginFormsProvider page = context.page();
        if (!mistakes.isEmpty()) {
            page.setErrors(mistakes);
        }
        contact(page, office, start, typed, moving);
    }

    /** The same, and for how many hours nothing more can be booked. */
    void tooMany(RegistrationOffice office, Instant start, AppointmentContact typed, long hours, boolean moving) {
        contact(context.page().setError("officeTooMany", hours), office, start, typed, moving);
    }

    private void contact(
            LoginFormsProvider page,
            RegistrationOffice office,
            Instant start,
            AppointmentContact typed,
            boolean moving) {
        context.show(
                page.setAttribute("office", place(office))
                        .setAttribute("time", when(office, start))
                        .setAttribute("typed", Map.of("mobile", typed.mobile(), "email", typed.email()))
                        .setAttribute("moving", moving),
                CONTACT);
    }

    /** It is booked or moved. */
    void booked(Appointment appointment, RegistrationOffice office) {
        appointment(context.page(), "booked", appointment, office, true);
    }

    /** The appointment that there was already. */
    void appointment(Appointment appointment, RegistrationOffice office, boolean changeable) {
        appointment(context.page(), "known", appointment, office, changeable);
    }

    /** Whether it shall really be cancelled. */
    void cancel(Appointment appointment, RegistrationOffice office) {
        appointment(context.page(), "cancel", appointment, office, true);
    }

    /** It was cancelled. */
    void cancelled() {
        context.show(context.page().setAttribute("state", "cancelled"), APPOINTMENT);
    }

    private void appointment(
            LoginFormsProvider page,
            String state,
            Appointment appointment,
            RegistrationOffice office,
            boolean changeable) {
        context.show(
                page.setAttribute("state", state)
                        .setAttribute("changeable", changeable)
                        .setAttribute("office", place(office))
                        .setAttribute("time", when(office, appointment.slot().start()))
                        .setAttribute(
                                "phoneEnding", appointment.visitor().mobile().lastDigits())
                        .setAttribute("mailed", appointment.visitor().email().isPresent()),
                APPOINTMENT);
    }

    private static Map<String, Object> place(RegistrationOffice office) {
        return Map.of(
                "id", office.id(),
                "name", office.name(),
                "street", office.address().street(),
                "town", office.address().postcode() + " " + office.address().town());
    }

    private Map<String, String> when(RegistrationOffice office, Instant start) {
        OfficeTime time = new OfficeTime(start, office.zone(), language());
        return Map.of("day", time.longDay(), "hour", time.hour());
    }

    private Locale language() {
        return context.locale();
    }
}

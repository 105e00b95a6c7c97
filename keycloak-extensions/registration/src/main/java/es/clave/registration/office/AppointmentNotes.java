package es.clave.registration.office;

import es.clave.registration.RegistrationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** How far a browser window has come on its way to an appointment. */
final class AppointmentNotes {

    private static final String PAGE = "page";
    private static final String WHERE = "where";
    private static final String OFFICE = "office";
    private static final String FROM = "from";
    private static final String START = "start";
    private static final String MOVING = "moving";
    private static final String MOBILE = "mobile";
    private static final String EMAIL = "email";

    /** The pages of the way. */
    enum Page {
        /** Offices are looked for. */
        FINDER,
        /** The free times of an office. */
        SLOTS,
        /** Where the visitor is told of changes; when moving, only whether it shall be so. */
        CONTACT,
        /** What was booked or moved. */
        BOOKED,
        /** The appointment that there was already. */
        APPOINTMENT,
        /** Whether it shall really be cancelled. */
        CANCEL,
        /** It was cancelled. */
        CANCELLED
    }

    private final RegistrationContext context;

    AppointmentNotes(RegistrationContext context) {
        this.context = context;
    }

    Page page() {
        return context.note(PAGE).map(Page::valueOf).orElse(Page.FINDER);
    }

    void to(Page page) {
        context.remember(PAGE, page.name());
    }

    String where() {
        return context.note(WHERE).orElse("");
    }

    void look(String where) {
        context.remember(WHERE, where);
    }

    Optional<String> officeId() {
        return context.note(OFFICE);
    }

    void choose(String officeId) {
        context.remember(OFFICE, officeId);
        context.forget(FROM);
        context.forget(START);
    }

    Optional<LocalDate> from() {
        return context.note(FROM).map(LocalDate::parse);
    }

    void showFrom(LocalDate day) {
        context.remember(FROM, day.toString());
    }

    Optional<Instant> start() {
        return context.note(START).map(Long::parseLong).map(Instant::ofEpochSecond);
    }

    void choose(Instant start) {
        context.remember(START, Long.toString(start.getEpochSecond()));
    }

    /** Whether another time is looked for in place of the one that there is. */
    boolean moving() {
        return context.note(MOVING).isPresent();
    }

    void move() {
        context.remember(MOVING, MOVING);
    }

    void keep() {
        context.forget(MOVING);
    }

    AppointmentContact contact() {
        return new AppointmentContact(
                context.note(MOBILE).orElse(""), context.note(EMAIL).orElse(""));
    }

    void type(AppointmentContact contact) {
        context.remember(MOBILE, contact.mobile());
        context.remember(EMAIL, contact.email());
    }
}

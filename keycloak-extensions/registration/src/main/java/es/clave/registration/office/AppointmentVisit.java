package es.clave.registration.office;

import es.clave.challenge.Limit;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.NationalId;
import es.clave.registration.RegistrationContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/** One request of a citizen on the way to an appointment. */
final class AppointmentVisit {

    /** Every booking sends an SMS to a number that nobody has proven: nobody is to be pestered so. */
    private static final Limit BOOKINGS = new Limit("appointments", List.of(new Limit.Window(6, Duration.ofDays(1))));

    private final RegistrationContext context;
    private final Places places;
    private final OfficePages pages;
    private final AppointmentNotes notes;
    private final Offices offices;
    private final Clock clock;

    AppointmentVisit(RegistrationContext context, Places places, OfficePages pages, Clock clock) {
        this.context = context;
        this.places = places;
        this.pages = pages;
        this.notes = new AppointmentNotes(context);
        this.offices = context.session().getProvider(Offices.class);
        this.clock = clock;
    }

    /** Who has an appointment sees it; everybody else looks for an office. */
    void begin() {
        notes.to(upcoming().isPresent() ? AppointmentNotes.Page.APPOINTMENT : AppointmentNotes.Page.FINDER);
        resume();
    }

    void resume() {
        switch (notes.page()) {
            case FINDER -> showFinder();
            case SLOTS -> showSlots(Optional.empty());
            case CONTACT -> showContact();
            case BOOKED -> upcoming().ifPresentOrElse(this::showBooked, this::begin);
            case APPOINTMENT -> upcoming().ifPresentOrElse(this::showAppointment, this::find);
            case CANCEL -> upcoming().ifPresentOrElse(this::showCancel, this::find);
            case CANCELLED -> pages.cancelled();
        }
    }

    /** Takes a step; after a colon comes what was chosen. */
    void action(String step) {
        int colon = step.indexOf(':');
        String what = colon < 0 ? step : step.substring(0, colon);
        String chosen = colon < 0 ? "" : step.substring(colon + 1);
        switch (what) {
            case "search" -> search(context.form().text("where").strip());
            case "find" -> find();
            case "slots" -> choose(chosen);
            case "from" -> showFrom(chosen);
            case "at" -> chooseTime(chosen);
            case "book" -> book(AppointmentContact.of(context.form()));
            case "move" -> upcoming().ifPresentOrElse(appointment -> beginMove(), this::begin);
            case "keep" -> keep();
            case "confirm-move" -> move();
            case "cancel" -> turnTo(AppointmentNotes.Page.CANCEL);
            case "confirm-cancel" -> cancel();
            default -> resume();
        }
    }

    private void turnTo(AppointmentNotes.Page page) {
        notes.to(page);
        resume();
    }

    private void find() {
        turnTo(AppointmentNotes.Page.FINDER);
    }

    private void beginMove() {
        notes.move();
        find();
    }

    private void keep() {
        notes.keep();
        begin();
    }

    private void search(String where) {
        notes.look(where);
        if (places.find(where).isPresent()) {
            find();
        } else {
            notes.to(AppointmentNotes.Page.FINDER);
            pages.finder(
                    FinderResult.nothing(where, offices.all(context.realm())),
                    Optional.of(new FormMessage("where", where.isEmpty() ? "officeWhereEmpty" : "officeWhereUnknown")),
                    notes.moving());
        }
    }

    private void showFinder() {
        pages.finder(
                FinderResult.of(notes.where(), places.find(notes.where()), offices, context.realm()),
                Optional.empty(),
                notes.moving());
    }

    private void choose(String officeId) {
        if (offices.find(context.realm(), officeId).isEmpty()) {
            find();
            return;
        }
        notes.choose(officeId);
        turnTo(AppointmentNotes.Page.SLOTS);
    }

    private void showFrom(String day) {
        try {
            notes.showFrom(LocalDate.parse(day));
        } catch (DateTimeException forged) {
            // Stays where it is.
        }
        turnTo(AppointmentNotes.Page.SLOTS);
    }

    private void showSlots(Optional<String> mistake) {
        office().ifPresentOrElse(
                        office -> pages.slots(
                                office,
                                FreeDays.of(offices.free(context.realm(), office), office.zone(), notes.from()),
                                mistake),
                        this::find);
    }

    private void chooseTime(String epochSecond) {
        Optional<Slot> slot = office().flatMap(office -> offices.free(context.realm(), office).stream()
                .filter(free -> Long.toString(free.start().getEpochSecond()).equals(epochSecond))
                .findFirst());
        if (slot.isEmpty()) {
            gone();
            return;
        }
        notes.choose(slot.get().start());
        turnTo(AppointmentNotes.Page.CONTACT);
    }

    private void gone() {
        notes.to(AppointmentNotes.Page.SLOTS);
        showSlots(Optional.of("officeSlotGone"));
    }

    private void showContact() {
        withChoice((office, start) -> pages.contact(office, start, notes.contact(), List.of(), notes.moving()));
    }

    /** What to do with the office and time that were chosen; without them, back to where they are. */
    private interface Choice {
        void with(RegistrationOffice office, Instant start);
    }

    private void withChoice(Choice choice) {
        Optional<RegistrationOffice> office = office();
        Optional<Instant> start = notes.start();
        if (office.isPresent() && start.isPresent()) {
            choice.with(office.get(), start.get());
        } else {
            find();
        }
    }

    private void book(AppointmentContact contact) {
        notes.type(contact);
        List<FormMessage> mistakes = contact.mistakes();
        withChoice((office, start) -> {
            if (!mistakes.isEmpty()) {
                pages.contact(office, start, contact, mistakes, false);
            } else if (mayTell(office, start)) {
                settle(offices.book(context.realm(), office.id(), start, visitor(contact)));
            }
        });
    }

    private Appointment.Visitor visitor(AppointmentContact contact) {
        return new Appointment.Visitor(
                person(), context.person().name(), contact.number().orElseThrow(), contact.address(), context.locale());
    }

    private void move() {
        withChoice((office, start) -> {
            if (mayTell(office, start)) {
                settle(offices.move(context.realm(), person(), office.id(), start));
            }
        });
    }

    private void settle(Booking booking) {
        if (booking instanceof Booking.Booked) {
            notes.keep();
            turnTo(AppointmentNotes.Page.BOOKED);
        } else if (booking instanceof Booking.SlotGone) {
            gone();
        } else if (booking instanceof Booking.HasOne || booking instanceof Booking.NoneToMove) {
            keep();
        }
    }

    /** Counts a message that is going to be sent; shows the page anew where there have been too many. */
    private boolean mayTell(RegistrationOffice office, Instant start) {
        Throttle.Verdict verdict = context.session()
                .getProvider(Throttle.class)
                .take(
                        context.realm().getId(),
                        List.of(
                                new Throttle.Demand(BOOKINGS, person().value()),
                                new Throttle.Demand(
                                        SourceLimits.of(context.realm()).codes(), context.source())));
        if (verdict instanceof Throttle.Verdict.Refused refused) {
            long hours = Math.max(1, refused.retryAfter().plusMinutes(59).toHours());
            pages.tooMany(office, start, notes.contact(), hours, notes.moving());
            return false;
        }
        return true;
    }

    private void cancel() {
        if (offices.cancel(context.realm(), person()).isPresent()) {
            turnTo(AppointmentNotes.Page.CANCELLED);
        } else {
            begin();
        }
    }

    private void showBooked(Appointment appointment) {
        pages.booked(appointment, at(appointment));
    }

    private void showAppointment(Appointment appointment) {
        pages.appointment(appointment, at(appointment), changeable(appointment));
    }

    private void showCancel(Appointment appointment) {
        pages.cancel(appointment, at(appointment));
    }

    /** Once it has begun it is the registrar's. */
    private boolean changeable(Appointment appointment) {
        return clock.instant().isBefore(appointment.slot().start());
    }

    private RegistrationOffice at(Appointment appointment) {
        return offices.find(context.realm(), appointment.officeId()).orElseThrow();
    }

    private Optional<Appointment> upcoming() {
        return offices.upcoming(context.realm(), person());
    }

    private Optional<RegistrationOffice> office() {
        return notes.officeId().flatMap(id -> offices.find(context.realm(), id));
    }

    private NationalId person() {
        return context.person().nationalId();
    }
}

package es.clave.registration.office;

import es.clave.identity.NationalId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The appointments of a realm's offices, in one transaction. Whoever books holds the office's row until the commit, so
 * that those who want the same slot come one after the other; the table's constraints hold whatever happens.
 */
final class Agenda {

    /** When people are reminded, the day before, where the office is. */
    private static final LocalTime REMINDER = LocalTime.of(10, 0);

    private final OfficeRows offices;
    private final AppointmentRows appointments;
    private final AgendaSettings settings;
    private final Clock clock;

    Agenda(OfficeRows offices, AppointmentRows appointments, AgendaSettings settings, Clock clock) {
        this.offices = offices;
        this.appointments = appointments;
        this.settings = settings;
        this.clock = clock;
    }

    /** The slots of an office that can still be booked, in order. */
    List<Slot> free(RegistrationOffice office) {
        return free(office, appointments.taken(List.of(office.id()), earliest(), latest()));
    }

    /** The first free slot of each of these offices that has one. */
    Map<String, Slot> nextFree(List<RegistrationOffice> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        Map<String, List<AppointmentRows.Taken>> taken =
                appointments.taken(of.stream().map(RegistrationOffice::id).toList(), earliest(), latest());
        Map<String, Slot> next = new HashMap<>();
        for (RegistrationOffice office : of) {
            free(office, taken).stream().findFirst().ifPresent(slot -> next.put(office.id(), slot));
        }
        return next;
    }

    private List<Slot> free(RegistrationOffice office, Map<String, List<AppointmentRows.Taken>> taken) {
        List<AppointmentRows.Taken> here = taken.getOrDefault(office.id(), List.of());
        return new SlotPlan(office)
                .between(earliest(), latest()).stream()
                        .filter(slot -> AppointmentRows.freeSeat(here, slot, office.capacity())
                                .isPresent())
                        .toList();
    }

    private Instant earliest() {
        return clock.instant().plus(settings.notice());
    }

    private Instant latest() {
        return clock.instant().plus(settings.horizon());
    }

    /** The appointment that this person still has before them. */
    Optional<Appointment> upcoming(NationalId person) {
        return appointments.rowOf(person).map(AppointmentEntity::toAppointment).filter(this::isUpcoming);
    }

    private boolean isUpcoming(Appointment appointment) {
        return !appointment.served() && appointment.slot().end().isAfter(clock.instant());
    }

    /** Gives the slot to the visitor, if it is free and they have no other appointment. */
    Booking book(String officeId, Instant start, Appointment.Visitor visitor) {
        Optional<Seat> seat = seat(officeId, start);
        Optional<AppointmentEntity> former = appointments.rowOf(visitor.nationalId());
        Optional<Appointment> upcoming =
                former.map(AppointmentEntity::toAppointment).filter(this::isUpcoming);
        if (upcoming.isPresent()) {
            return new Booking.HasOne(upcoming.get());
        }
        if (seat.isEmpty()) {
            return new Booking.SlotGone();
        }
        former.ifPresent(appointments::remove);
        AppointmentEntity row = appointments.row(visitor);
        seat.get().giveTo(row);
        appointments.insert(row);
        return new Booking.Booked(row.toAppointment());
    }

    /** Gives the person another slot, here or elsewhere, in place of the one that they have. */
    Booking move(NationalId person, String officeId, Instant start) {
        Optional<Seat> seat = seat(officeId, start);
        Optional<AppointmentEntity> row = appointments.rowOf(person).filter(known -> isUpcoming(known.toAppointment()));
        if (row.isEmpty()) {
            return new Booking.NoneToMove();
        }
        if (seat.isEmpty()) {
            return new Booking.SlotGone();
        }
        seat.get().giveTo(row.get());
        row.get().countMove();
        appointments.flush();
        return new Booking.Booked(row.get().toAppointment());
    }

    /** Gives the person's slot back; answers what it was. */
    Optional<Appointment> cancel(NationalId person) {
        Optional<AppointmentEntity> row = appointments.rowOf(person).filter(known -> isUpcoming(known.toAppointment()));
        row.ifPresent(appointments::remove);
        return row.map(AppointmentEntity::toAppointment);
    }

    /** All of an office's appointments of today, where it is. */
    List<Appointment> today(RegistrationOffice office) {
        SlotPlan plan = new SlotPlan(office);
        LocalDate today = clock.instant().atZone(office.zone()).toLocalDate();
        return appointments.at(office.id(), plan.beginningOf(today), plan.beginningOf(today.plusDays(1)));
    }

    /** Notes that a registrar has dealt with it. */
    void serve(String appointmentId) {
        appointments.row(appointmentId).ifPresent(row -> row.serve(clock.instant()));
    }

    /** A desk of an office at a time, which nobody else gets before this transaction ends. */
    private record Seat(RegistrationOffice office, Slot slot, int number, Optional<Instant> reminder) {

        void giveTo(AppointmentEntity row) {
            row.place(office.id(), slot, number, reminder);
        }
    }

    private Optional<Seat> seat(String officeId, Instant start) {
        return offices.lock(officeId).flatMap(office -> seat(office, start));
    }

    private Optional<Seat> seat(RegistrationOffice office, Instant start) {
        if (start.isBefore(earliest()) || !start.isBefore(latest())) {
            return Optional.empty();
        }
        Optional<Slot> slot = new SlotPlan(office).at(start);
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        List<AppointmentRows.Taken> taken = appointments
                .taken(List.of(office.id()), slot.get().start(), slot.get().end())
                .getOrDefault(office.id(), List.of());
        OptionalInt free = AppointmentRows.freeSeat(taken, slot.get(), office.capacity());
        return free.isPresent()
                ? Optional.of(new Seat(office, slot.get(), free.getAsInt(), reminder(office, slot.get())))
                : Optional.empty();
    }

    /** The day before; nothing where that has passed. */
    private Optional<Instant> reminder(RegistrationOffice office, Slot slot) {
        return Optional.of(slot.day(office.zone())
                        .minusDays(1)
                        .atTime(REMINDER)
                        .atZone(office.zone())
                        .toInstant())
                .filter(clock.instant()::isBefore);
    }
}

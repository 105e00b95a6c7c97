package es.clave.registration.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The slots that an office has by its opening hours, taken or not. */
final class SlotPlan {

    private final RegistrationOffice office;

    SlotPlan(RegistrationOffice office) {
        this.office = office;
    }

    /** The slots of one day of the office's calendar, in order; none on a national holiday or a day on which the office rests. */
    List<Slot> on(LocalDate day) {
        List<Slot> slots = new ArrayList<>();
        if (!NationalHolidays.isHoliday(day) && !office.closed().include(day)) {
            office.hours().on(day.getDayOfWeek()).forEach(hours -> fill(slots, day, hours));
        }
        return slots;
    }

    private void fill(List<Slot> slots, LocalDate day, OpeningHours.Hours hours) {
        LocalDateTime close = day.atTime(hours.to());
        LocalDateTime start = day.atTime(hours.from());
        while (!start.plus(office.slot()).isAfter(close)) {
            // In the hour that summer time skips there is no such moment twice or never: the zone decides.
            Instant begins = start.atZone(office.zone()).toInstant();
            slots.add(new Slot(begins, begins.plus(office.slot())));
            start = start.plus(office.slot());
        }
    }

    /** Those that begin from one moment to another, exclusively. */
    List<Slot> between(Instant from, Instant to) {
        List<Slot> slots = new ArrayList<>();
        LocalDate last = to.atZone(office.zone()).toLocalDate();
        for (LocalDate day = from.atZone(office.zone()).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            on(day).stream()
                    .filter(slot -> !slot.start().isBefore(from) && slot.start().isBefore(to))
                    .forEach(slots::add);
        }
        return slots;
    }

    /** The one that begins at this moment. */
    Optional<Slot> at(Instant start) {
        return on(start.atZone(office.zone()).toLocalDate()).stream()
                .filter(slot -> slot.start().equals(start))
                .findFirst();
    }

    /** Midnight of the day, where the office is. */
    Instant beginningOf(LocalDate day) {
        return day.atTime(LocalTime.MIN).atZone(office.zone()).toInstant();
    }
}

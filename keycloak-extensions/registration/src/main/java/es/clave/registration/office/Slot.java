package es.clave.registration.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A stretch of time that an office can give to one person at each of its desks. */
public record Slot(Instant start, Instant end) {

    /** The day, in the time of this zone. */
    public LocalDate day(ZoneId zone) {
        return start.atZone(zone).toLocalDate();
    }
}

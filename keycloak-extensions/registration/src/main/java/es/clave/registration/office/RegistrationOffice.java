package es.clave.registration.office;

import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A place where registrars check people in person.
 *
 * @param id a short name of small letters, digits and hyphens, for good
 * @param hours in the time of {@code zone}
 * @param closed the days on which it rests besides the national holidays
 * @param capacity how many people it serves at once
 * @param slot how long one takes
 */
public record RegistrationOffice(
        String id,
        String name,
        OfficeAddress address,
        GeoPoint position,
        ZoneId zone,
        OpeningHours hours,
        ClosedDays closed,
        int capacity,
        Duration slot) {

    /** How many people an office may serve at once. */
    public static final int MOST_CAPACITY = 100;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Duration SHORTEST_SLOT = Duration.ofMinutes(5);
    private static final Duration LONGEST_SLOT = Duration.ofHours(2);

    /** @throws IllegalArgumentException saying what is wrong */
    public RegistrationOffice {
        require(ID.matcher(id).matches(), "an id has small letters, digits and hyphens, 40 at most");
        require(!name.isBlank() && name.length() <= 80, "a name has 1 to 80 letters");
        require(capacity >= 1 && capacity <= MOST_CAPACITY, "a capacity is from 1 to " + MOST_CAPACITY);
        require(
                slot.compareTo(SHORTEST_SLOT) >= 0 && slot.compareTo(LONGEST_SLOT) <= 0 && slot.toSecondsPart() == 0,
                "a slot takes 5 to 120 minutes");
        require(hours.text().length() <= 500, "the hours are too many");
        require(closed.text().length() <= 1000, "the closed days are too many");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** How many minutes one person takes. */
    public int slotMinutes() {
        return (int) slot.toMinutes();
    }
}

package es.clave.registration.office;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The days on which one office is closed though all of Spain works: holidays of the region and the town, works, a move.
 * Written as in {@code 02-28, 2026-12-24}: each year, or that day only.
 *
 * @param yearly those of each year
 * @param once those of one year
 */
public record ClosedDays(Set<MonthDay> yearly, Set<LocalDate> once) {

    /** No such day. */
    public static final ClosedDays NONE = new ClosedDays(Set.of(), Set.of());

    private static final Pattern YEARLY = Pattern.compile("\\d{2}-\\d{2}");

    public ClosedDays {
        yearly = Set.copyOf(yearly);
        once = Set.copyOf(once);
    }

    /** Whether the office is closed for this reason. */
    public boolean include(LocalDate day) {
        return once.contains(day) || yearly.contains(MonthDay.from(day));
    }

    /**
     * Reads the written form; nothing written is no day.
     *
     * @throws IllegalArgumentException if it is not of this form
     */
    public static ClosedDays parse(String text) {
        Set<MonthDay> yearly = new TreeSet<>();
        Set<LocalDate> once = new TreeSet<>();
        List<String> days = text.isBlank() ? List.of() : List.of(text.strip().split(" *, *", -1));
        try {
            for (String day : days) {
                if (YEARLY.matcher(day).matches()) {
                    yearly.add(MonthDay.parse("--" + day));
                } else {
                    once.add(LocalDate.parse(day));
                }
            }
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException("closed days are written as in: 02-28, 2026-12-24", noDay);
        }
        return new ClosedDays(yearly, once);
    }

    /** The written form: {@link #parse} reads it back. */
    public String text() {
        // A month and a day are written by ISO 8601 after two hyphens, which nobody knows.
        return String.join(
                ", ",
                Stream.concat(
                                yearly.stream().sorted().map(day -> day.toString()
                                        .substring(2)),
                                once.stream().sorted(Comparator.naturalOrder()).map(LocalDate::toString))
                        .toList());
    }
}

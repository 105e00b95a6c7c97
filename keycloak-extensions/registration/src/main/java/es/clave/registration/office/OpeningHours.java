package es.clave.registration.office;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an office is open in an ordinary week, in its own time. Written as in {@code Mo-Fr 09:00-14:00, Tu+Th 16:00-18:30}.
 *
 * @param week the hours of each day, in order and without overlap; a day that is missing is closed
 */
public record OpeningHours(Map<DayOfWeek, List<Hours>> week) {

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final Pattern RULE =
            Pattern.compile("(?<days>[A-Za-z+-]+) (?<from>\\d{2}:\\d{2})-(?<to>\\d{2}:\\d{2})");

    /** From opening to closing on one day. */
    public record Hours(LocalTime from, LocalTime to) {

        /** @throws IllegalArgumentException if it closes before it opens */
        public Hours {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("hours begin before they end");
            }
        }
    }

    /** @throws IllegalArgumentException if hours of a day overlap */
    public OpeningHours {
        Map<DayOfWeek, List<Hours>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> sorted.put(
                day, hours.stream().sorted(Comparator.comparing(Hours::from)).toList()));
        sorted.values().forEach(OpeningHours::requireApart);
        week = Map.copyOf(sorted);
    }

    private static void requireApart(List<Hours> hours) {
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).from().isBefore(hours.get(i - 1).to())) {
                throw new IllegalArgumentException("the hours of a day do not overlap");
            }
        }
    }

    /** The hours of a day; empty if closed. */
    public List<Hours> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is not of this form
     */
    public static OpeningHours parse(String text) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (String rule : text.strip().split(", *", -1)) {
            Matcher parts = RULE.matcher(rule);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "opening hours are written as in: Mo-Fr 09:00-14:00, Tu+Th 16:00-18:30");
            }
            Hours hours = new Hours(time(parts.group("from")), time(parts.group("to")));
            days(parts.group("days")).forEach(day -> week.computeIfAbsent(day, unused -> new ArrayList<>())
                    .add(hours));
        }
        return new OpeningHours(week);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (java.time.DateTimeException noTime) {
            throw new IllegalArgumentException("no time of day: " + text, noTime);
        }
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split("\\+", -1)) {
            String[] ends = part.split("-", -1);
            DayOfWeek first = day(ends[0]);
            DayOfWeek last = day(ends[ends.length - 1]);
            if (ends.length > 2 || first.compareTo(last) > 0) {
                throw new IllegalArgumentException("days are written as in: Mo-Fr or Tu+Th");
            }
            days.addAll(EnumSet.range(first, last));
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        int index = DAYS.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("days are " + String.join(", ", DAYS));
        }
        return DayOfWeek.of(index + 1);
    }

    /** The written form: {@link #parse} reads it back. */
    public String text() {
        List<String> rules = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            on(day).forEach(hours -> rules.add(DAYS.get(day.getValue() - 1) + " " + hours.from() + "-" + hours.to()));
        }
        return String.join(", ", rules);
    }
}

package es.clave.registration.office;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Some days on which an office has free times, and where the others are.
 *
 * @param days those shown, with their times
 * @param earlier the day from which the page before begins
 * @param later the day from which the next page begins
 */
record FreeDays(Map<LocalDate, List<Slot>> days, Optional<LocalDate> earlier, Optional<LocalDate> later) {

    private static final int DAYS_A_PAGE = 4;

    /** The page that holds this day; the first one without it. */
    static FreeDays of(List<Slot> free, ZoneId zone, Optional<LocalDate> from) {
        Map<LocalDate, List<Slot>> byDay =
                free.stream().collect(Collectors.groupingBy(slot -> slot.day(zone), TreeMap::new, Collectors.toList()));
        List<LocalDate> all = new ArrayList<>(byDay.keySet());
        int first = (int) all.stream()
                .filter(day -> from.filter(day::isBefore).isPresent())
                .count();
        if (first >= all.size()) {
            first = 0;
        }
        int end = Math.min(first + DAYS_A_PAGE, all.size());
        Map<LocalDate, List<Slot>> shown = new TreeMap<>();
        all.subList(first, end).forEach(day -> shown.put(day, byDay.get(day)));
        return new FreeDays(
                shown,
                first > 0 ? Optional.of(all.get(Math.max(0, first - DAYS_A_PAGE))) : Optional.empty(),
                end < all.size() ? Optional.of(all.get(end)) : Optional.empty());
    }
}

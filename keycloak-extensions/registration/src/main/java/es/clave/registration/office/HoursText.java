package es.clave.registration.office;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Opening hours as people read them: {@code lun–vie 09:00–14:00}, one line for each run of days that are alike. */
record HoursText(OpeningHours hours, Locale language) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        int first = 0;
        for (int day = 1; day <= days.length; day++) {
            if (day == days.length || !hours.on(days[day]).equals(hours.on(days[first]))) {
                if (!hours.on(days[first]).isEmpty()) {
                    lines.add(line(days[first], days[day - 1]));
                }
                first = day;
            }
        }
        return lines;
    }

    private String line(DayOfWeek first, DayOfWeek last) {
        String days = first == last ? name(first) : name(first) + "–" + name(last);
        return days + " "
                + hours.on(first).stream()
                        .map(open -> open.from() + "–" + open.to())
                        .collect(Collectors.joining(", "));
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, language);
    }
}

package es.clave.registration.office;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which all of Spain rests: the national holidays that no region replaces in practice (Real Decreto
 * 2001/1983, art. 45). Regional and local ones are an office's own affair: see {@link ClosedDays}.
 */
final class NationalHolidays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(8, 15),
            MonthDay.of(10, 12),
            MonthDay.of(11, 1),
            MonthDay.of(12, 6),
            MonthDay.of(12, 8),
            MonthDay.of(12, 25));

    private NationalHolidays() {}

    static boolean isHoliday(LocalDate day) {
        return FIXED.contains(MonthDay.from(day)) || isGoodFriday(day);
    }

    private static boolean isGoodFriday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.FRIDAY
                && day.equals(easter(day.getYear()).minusDays(2));
    }

    /** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}

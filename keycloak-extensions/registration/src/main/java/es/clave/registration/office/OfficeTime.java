package es.clave.registration.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A moment as people at an office say it, in one language. */
record OfficeTime(Instant moment, ZoneId zone, Locale language) {

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** {@code 30/11}. */
    String shortDay() {
        return there().format(SHORT_DAY);
    }

    /** With the name of the day, the month and the year. */
    String longDay() {
        return longDay(there().toLocalDate(), language);
    }

    /** {@code 09:20}. */
    String hour() {
        return there().format(HOUR);
    }

    static String longDay(LocalDate day, Locale language) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language));
    }

    private ZonedDateTime there() {
        return moment.atZone(zone);
    }
}

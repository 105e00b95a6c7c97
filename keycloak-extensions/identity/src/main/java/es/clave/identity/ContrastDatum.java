package es.clave.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The datum of the identity document that shows its holder has it at hand: a date for a DNI (of expiry; of issue where
 * the document is permanent), the support number for a NIE.
 */
public sealed interface ContrastDatum {

    /** What can be wrong with a typed contrast datum. */
    enum Mistake {
        /** Nothing was typed. */
        EMPTY,
        /** Not a date as day, month, year. */
        MALFORMED_DATE,
        /** The shape of a date, but no day of the calendar. */
        NO_SUCH_DATE,
        /** The date of a permanent DNI's expiry, 01/01/9999: the date of issue is wanted instead. */
        PERMANENT_EXPIRY,
        /** Not E or C and eight digits. */
        MALFORMED_SUPPORT_NUMBER
    }

    /** The normal form: {@code 2031-05-17} or {@code E00000000}. */
    String value();

    /** Whether both are the same datum, in a time that does not depend on where they differ. */
    default boolean matches(ContrastDatum other) {
        return MessageDigest.isEqual(
                value().getBytes(StandardCharsets.US_ASCII), other.value().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads what the holder of this document typed. Dates are day, month, year with any separator or none, or ISO 8601;
     * support numbers may have spaces, hyphens and lower case, and miss leading zeros.
     */
    static Parsed<ContrastDatum, Mistake> parse(NationalId holder, String typed) {
        if (NationalIds.compact(typed).isEmpty()) {
            return new Parsed.Invalid<>(Mistake.EMPTY);
        }
        return holder instanceof Dni ? DocumentDate.parse(typed) : SupportNumber.parse(typed);
    }

    /** Reads the normal form of either kind. */
    static ContrastDatum of(NationalId holder, String value) {
        return parse(holder, value).orElseThrow();
    }

    /**
     * The date printed on a DNI.
     *
     * @param date expiry, or issue where the DNI is permanent
     */
    record DocumentDate(LocalDate date) implements ContrastDatum {

        private static final String SEPARATORS = NationalIds.SEPARATOR + "+";
        private static final String AROUND = NationalIds.SEPARATOR + "*";
        private static final Pattern DAY_MONTH_YEAR = Pattern.compile(AROUND + "(?<day>[0-9]{1,2})" + SEPARATORS
                + "(?<month>[0-9]{1,2})" + SEPARATORS + "(?<year>[0-9]{4})" + AROUND);
        private static final Pattern DIGITS =
                Pattern.compile(AROUND + "(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4})" + AROUND);
        private static final Pattern ISO = Pattern.compile(AROUND + "(?<year>[0-9]{4})" + SEPARATORS
                + "(?<month>[0-9]{1,2})" + SEPARATORS + "(?<day>[0-9]{1,2})" + AROUND);
        private static final LocalDate PERMANENT = LocalDate.of(9999, 1, 1);

        /** @throws IllegalArgumentException for the expiry of a permanent DNI and for years without four digits */
        public DocumentDate {
            if (date.equals(PERMANENT) || date.getYear() < 1000 || date.getYear() > 9999) {
                throw new IllegalArgumentException("not a date that a DNI is checked by");
            }
        }

        static Parsed<ContrastDatum, Mistake> parse(String typed) {
            for (Pattern form : new Pattern[] {DAY_MONTH_YEAR, DIGITS, ISO}) {
                Matcher parts = form.matcher(typed);
                if (parts.matches()) {
                    return calendarDay(parts);
                }
            }
            return new Parsed.Invalid<>(Mistake.MALFORMED_DATE);
        }

        private static Parsed<ContrastDatum, Mistake> calendarDay(Matcher parts) {
            try {
                LocalDate date = LocalDate.of(
                        Integer.parseInt(parts.group("year")),
                        Integer.parseInt(parts.group("month")),
                        Integer.parseInt(parts.group("day")));
                if (date.equals(PERMANENT)) {
                    return new Parsed.Invalid<>(Mistake.PERMANENT_EXPIRY);
                }
                return date.getYear() < 1000
                        ? new Parsed.Invalid<>(Mistake.NO_SUCH_DATE)
                        : new Parsed.Valid<>(new DocumentDate(date));
            } catch (DateTimeException noSuchDay) {
                return new Parsed.Invalid<>(Mistake.NO_SUCH_DATE);
            }
        }

        @Override
        public String value() {
            return date.toString();
        }

        @Override
        public String toString() {
            return "DocumentDate[****]";
        }
    }

    /**
     * The número de soporte of a foreigner's document.
     *
     * @param kind {@code E} on a TIE, {@code C} on the certificate of an EU citizen
     * @param number eight digits at most
     */
    record SupportNumber(Kind kind, int number) implements ContrastDatum {

        /** The letter before the digits. */
        public enum Kind {
            E,
            C
        }

        private static final Pattern SHAPE = Pattern.compile("(?<kind>[EC])(?<number>[0-9]{1,8})");

        /** @throws IllegalArgumentException outside 0 to 99 999 999 */
        public SupportNumber {
            if (number < 0 || number > 99_999_999) {
                throw new IllegalArgumentException("a support number has eight digits");
            }
        }

        static Parsed<ContrastDatum, Mistake> parse(String typed) {
            Matcher shape = SHAPE.matcher(NationalIds.compact(typed));
            if (!shape.matches()) {
                return new Parsed.Invalid<>(Mistake.MALFORMED_SUPPORT_NUMBER);
            }
            return new Parsed.Valid<>(
                    new SupportNumber(Kind.valueOf(shape.group("kind")), Integer.parseInt(shape.group("number"))));
        }

        @Override
        public String value() {
            // Not the server's locale: some write digits of their own.
            return String.format(Locale.ROOT, "%s%08d", kind, number);
        }

        @Override
        public String toString() {
            return "SupportNumber[****]";
        }
    }
}

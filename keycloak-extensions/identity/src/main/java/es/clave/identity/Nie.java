package es.clave.identity;

import java.util.Locale;

/**
 * The identity number of a foreigner.
 *
 * @param series its first letter
 * @param number seven digits at most; the check letter follows from series and number
 */
public record Nie(Series series, int number) implements NationalId {

    /** The first letter; each stands for a digit when the check letter is reckoned (X for 0, Y for 1, Z for 2). */
    public enum Series {
        X(0),
        Y(1),
        Z(2);

        private final int digit;

        Series(int digit) {
            this.digit = digit;
        }
    }

    static final int DIGITS = 7;

    /** @throws IllegalArgumentException outside 0 to 9 999 999 */
    public Nie {
        if (number < 0 || number > 9_999_999) {
            throw new IllegalArgumentException("a NIE has seven digits");
        }
    }

    @Override
    public String value() {
        // Not the server's locale: some write digits of their own.
        return String.format(
                Locale.ROOT, "%s%07d%c", series, number, NationalIds.checkLetter(series.digit * 10_000_000 + number));
    }

    @Override
    public String masked() {
        return "****" + value().substring(4, 8) + "*";
    }

    @Override
    public String toString() {
        return masked();
    }
}

package es.clave.identity;

import java.util.Locale;

/**
 * The number of a Spaniard's identity document.
 *
 * @param number eight digits at most; the check letter follows from it
 */
public record Dni(int number) implements NationalId {

    /** @throws IllegalArgumentException outside 0 to 99 999 999 */
    public Dni {
        if (number < 0 || number > 99_999_999) {
            throw new IllegalArgumentException("a DNI has eight digits");
        }
    }

    @Override
    public String value() {
        // Not the server's locale: some write digits of their own.
        return String.format(Locale.ROOT, "%08d%c", number, NationalIds.checkLetter(number));
    }

    @Override
    public String masked() {
        return "***" + value().substring(3, 7) + "**";
    }

    @Override
    public String toString() {
        return masked();
    }
}

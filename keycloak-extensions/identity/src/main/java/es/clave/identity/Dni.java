package es.clave.identity;

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
        return "%08d%c".formatted(number, NationalIds.checkLetter(number));
    }

    @Override
    public String toString() {
        return masked();
    }
}

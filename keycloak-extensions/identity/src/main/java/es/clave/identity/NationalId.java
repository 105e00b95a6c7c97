package es.clave.identity;

import java.util.regex.Matcher;

/**
 * The NIF of a natural person: a {@link Dni} of a Spaniard or a {@link Nie} of a foreigner, always with its right check
 * letter (Real Decreto 1553/2005, art. 11; Orden INT/2058/2008).
 */
public sealed interface NationalId permits Dni, Nie {

    /** What can be wrong with a typed DNI or NIE. */
    enum Mistake {
        /** Nothing was typed. */
        EMPTY,
        /** Neither the shape of a DNI nor that of a NIE. */
        MALFORMED,
        /** The digits without their letter. */
        LETTER_MISSING,
        /** The letter does not belong to the digits. */
        WRONG_LETTER
    }

    /** The normal form: nine characters, upper case, no separators ({@code 00000000T}, {@code X0000000T}). */
    String value();

    /**
     * The form that may be shown: the fourth to the seventh digit, as the AEPD advises (disposición adicional 7.ª
     * LOPDGDD): {@code ***4567**} of a DNI, {@code ****4567*} of a NIE.
     */
    String masked();

    /**
     * Reads what a person typed: spaces, hyphens, dots and lower case are accepted, and so are missing leading zeros.
     *
     * @param typed any text
     */
    static Parsed<NationalId, Mistake> parse(String typed) {
        String compact = NationalIds.compact(typed);
        if (compact.isEmpty()) {
            return new Parsed.Invalid<>(Mistake.EMPTY);
        }
        Matcher shape = NationalIds.SHAPE.matcher(compact);
        if (!shape.matches()) {
            return new Parsed.Invalid<>(Mistake.MALFORMED);
        }
        boolean foreigner = !shape.group("series").isEmpty();
        if (foreigner && shape.group("digits").length() > Nie.DIGITS) {
            return new Parsed.Invalid<>(Mistake.MALFORMED);
        }
        if (shape.group("letter").isEmpty()) {
            return new Parsed.Invalid<>(Mistake.LETTER_MISSING);
        }
        int digits = Integer.parseInt(shape.group("digits"));
        char letter = shape.group("letter").charAt(0);
        NationalId id = foreigner ? new Nie(Nie.Series.valueOf(shape.group("series")), digits) : new Dni(digits);
        return id.value().charAt(8) == letter ? new Parsed.Valid<>(id) : new Parsed.Invalid<>(Mistake.WRONG_LETTER);
    }

    /**
     * Reads the normal form.
     *
     * @throws IllegalArgumentException naming the mistake, never the text
     */
    static NationalId of(String value) {
        return parse(value).orElseThrow();
    }
}

package es.clave.identity;

import java.util.regex.Pattern;

/** What {@link Dni} and {@link Nie} share. */
final class NationalIds {

    private static final String CHECK_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}.\\-\\u2010-\\u2015/]");

    /** A DNI of fewer digits than five does not occur: such a text is a slip rather than missing zeros. */
    static final Pattern SHAPE =
            Pattern.compile("(?:(?<series>[XYZ])(?=[0-9]{4,7}[A-Z]?$)|)(?<digits>[0-9]{4,8})(?<letter>[A-Z]?)");

    private NationalIds() {}

    static char checkLetter(int number) {
        return CHECK_LETTERS.charAt(number % CHECK_LETTERS.length());
    }
}

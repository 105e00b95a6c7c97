package es.clave.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/** What {@link Dni} and {@link Nie} share. */
final class NationalIds {

    private static final String CHECK_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    /**
     * What people put between digits, and what comes along unseen when they paste: the format characters (Unicode Cf)
     * hold the direction marks and zero-width spaces that address books and word processors add.
     */
    static final String SEPARATOR = "[\\s\\p{Z}\\p{Cf}.\\-\\u2010-\\u2015\\u2212/]";

    static final Pattern SHAPE = Pattern.compile("(?<series>[XYZ]?)(?<digits>[0-9]{1,8})(?<letter>[A-Z]?)");

    private static final Pattern SEPARATORS = Pattern.compile(SEPARATOR);

    private NationalIds() {}

    /** Without separators, in upper case. */
    static String compact(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    static char checkLetter(int number) {
        return CHECK_LETTERS.charAt(number % CHECK_LETTERS.length());
    }
}

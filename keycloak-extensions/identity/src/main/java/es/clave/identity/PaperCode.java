package es.clave.identity;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** How the codes that people copy from paper are made and read: 16 characters of an alphabet of 32, or fewer. */
final class PaperCode {

    static final int LENGTH = 16;

    private PaperCode() {}

    static String random(SecureRandom random, String alphabet) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return code.toString();
    }

    static Pattern shape(String alphabet) {
        return Pattern.compile("[" + alphabet + "]{" + LENGTH + "}");
    }

    /** In groups of four. */
    static String grouped(String code) {
        return code.replaceAll(".{4}(?!$)", "$0 ");
    }
}

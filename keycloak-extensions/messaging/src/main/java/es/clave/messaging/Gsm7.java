package es.clave.messaging;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1). */
public final class Gsm7 {

    /** How many septets one SMS carries. */
    public static final int SEGMENT_SEPTETS = 160;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** What texts are written with and Unicode does not take apart, and what stands for it: one for one. */
    private static final String TYPOGRAPHY =
            "\u2018\u2019\u02BC`\u00B4\u201C\u201D\u201E\u00AB\u00BB\u2010\u2011\u2012\u2013\u2014\u2212\u00B7\u2022\t";

    private static final String PLAIN = "'''''\"\"\"\"\"------.* ";

    private Gsm7() {}

    /** Whether the text can be sent as one message of this alphabet. */
    public static boolean fitsOneSegment(String text) {
        int septets = septets(text);
        return septets >= 0 && septets <= SEGMENT_SEPTETS;
    }

    /** How many septets the text takes, or -1 if it has a character that the alphabet lacks. */
    static int septets(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (BASIC.indexOf(c) >= 0) {
                septets += 1;
            } else if (EXTENSION.indexOf(c) >= 0) {
                septets += 2;
            } else {
                return -1;
            }
        }
        return septets;
    }

    /**
     * The text in letters of this alphabet: accents that it lacks are dropped, typographic marks become plain ones, other
     * characters {@code ?}.
     */
    public static String transliterate(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().mapToObj(Character::toString).map(Gsm7::letter).forEach(out::append);
        return out.toString();
    }

    private static String letter(String one) {
        if (septets(one) >= 0) {
            return one;
        }
        int typographic = TYPOGRAPHY.indexOf(one);
        if (typographic >= 0) {
            return PLAIN.substring(typographic, typographic + 1);
        }
        String bare = MARKS.matcher(Normalizer.normalize(one, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('\u00B7', '.');
        return septets(bare) > 0 ? bare : "?";
    }
}

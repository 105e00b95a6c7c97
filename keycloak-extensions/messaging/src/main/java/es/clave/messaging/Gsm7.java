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

    /** The text in letters of this alphabet: accents that it lacks are dropped, other characters become {@code ?}. */
    public static String transliterate(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            String one = Character.toString(codePoint);
            if (septets(one) >= 0) {
                out.append(one);
            } else {
                String bare = MARKS.matcher(Normalizer.normalize(one, Normalizer.Form.NFKD))
                        .replaceAll("");
                out.append(septets(bare) >= 0 ? bare : "?");
            }
        });
        return out.toString();
    }
}

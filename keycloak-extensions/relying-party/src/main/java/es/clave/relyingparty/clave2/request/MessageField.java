package es.clave.relyingparty.clave2.request;

import java.util.Base64;

/** The form field in which a message comes. */
final class MessageField {

    /** Larger is no message, and would only cost us. */
    static final int MOST_BYTES = 128 * 1024;

    /** Base64 of that, with a line break every 64 characters. */
    private static final int MOST_CHARACTERS = MOST_BYTES / 3 * 4 + 4 + MOST_BYTES / 3 * 4 / 64 * 2 + 2;

    private MessageField() {}

    /** The bytes of the message. White space within Base64 is what some forms put there. */
    static byte[] decode(String base64) throws RefusedException {
        if (base64 == null || base64.isBlank()) {
            throw new RefusedException(Refusal.MISSING, "no message in the form");
        }
        if (base64.length() > MOST_CHARACTERS) {
            throw new RefusedException(Refusal.TOO_LARGE, "more than " + MOST_BYTES + " bytes");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.replaceAll("[\\r\\n\\t ]", ""));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.NOT_BASE64, "not Base64");
        }
        if (bytes.length > MOST_BYTES) {
            throw new RefusedException(Refusal.TOO_LARGE, "more than " + MOST_BYTES + " bytes");
        }
        return bytes;
    }
}

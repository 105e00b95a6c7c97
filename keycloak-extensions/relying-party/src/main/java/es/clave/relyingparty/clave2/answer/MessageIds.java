package es.clave.relyingparty.clave2.answer;

import java.security.SecureRandom;
import java.util.HexFormat;

/** IDs of what we send: 160 random bits (SAML Core 2.0, 1.3.4), and an NCName. */
public final class MessageIds {

    private static final int BYTES = 20;

    private final SecureRandom random = new SecureRandom();

    /** An ID that was never used. */
    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return "_" + HexFormat.of().formatHex(bytes);
    }
}

package es.clave.platform;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over a list of texts: what short-lived codes are kept as, and how personal data become keys that say
 * nothing to who reads the store. Base64url without padding, 43 characters.
 */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The hash with this key, which should have 256 bits. */
    public static KeyedHash withKey(byte[] key) {
        return new KeyedHash(key);
    }

    /** The hash of these texts; where one ends and the next begins is part of what is hashed. */
    public String of(String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(parts));
    }

    /** Whether this is the hash of these texts, in constant time. */
    public boolean matches(String hash, String... parts) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), of(parts).getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] mac(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                message.writeBytes(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                message.writeBytes(bytes);
            }
            return mac.doFinal(message.toByteArray());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

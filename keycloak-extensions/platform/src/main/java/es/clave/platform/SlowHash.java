package es.clave.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with the least parameters that OWASP advises, and with a key of the server's, without which not even
 * guessing helps who has the table.
 */
public final class SlowHash {

    /** A hash as the table keeps it. */
    public record Hashed(String scheme, String salt, String hash) {}

    /** The parameters below; others get another name. */
    private static final String SCHEME = "argon2id-1";

    private static final int MEMORY_KIB = 7168;
    private static final int ITERATIONS = 5;
    private static final int PARALLELISM = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final byte[] key;
    private final SecureRandom random;

    public SlowHash(byte[] key, SecureRandom random) {
        this.key = key.clone();
        this.random = random;
    }

    public Hashed of(String text) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Hashed(SCHEME, base64(salt), base64(hash(text, salt)));
    }

    /** A hash that no text has, to spend the time of comparing with it. */
    public static Hashed nothing() {
        return new Hashed(SCHEME, base64(new byte[SALT_BYTES]), base64(new byte[HASH_BYTES]));
    }

    /** Whether this is the hash of the text, in constant time. */
    public boolean matches(Hashed hashed, String text) {
        byte[] salt = Base64.getDecoder().decode(hashed.salt());
        byte[] expected = Base64.getDecoder().decode(hashed.hash());
        return MessageDigest.isEqual(expected, hash(text, salt))
                && hashed.scheme().equals(SCHEME);
    }

    private byte[] hash(String text, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(ITERATIONS)
                .withParallelism(PARALLELISM)
                .withSecret(key)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(text.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

package es.clave.integrationtests.harness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on an officer's telephone that computes a code each half minute (RFC 6238). */
public final class OfficerApp {

    private static final int PERIOD_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;
    private static final Duration NEXT_CODE = Duration.ofSeconds(PERIOD_SECONDS + 10);

    /** What was typed in this run: a code is good for once. */
    private static final Set<String> TYPED = ConcurrentHashMap.newKeySet();

    private final byte[] secret;

    private OfficerApp(byte[] secret) {
        this.secret = secret;
    }

    /** With a secret as the realm's file has it. */
    public static OfficerApp withSecret(String secret) {
        return new OfficerApp(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** With a secret as a page shows it to be typed: Base32, in groups. */
    public static OfficerApp withTypedSecret(String typed) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        String letters = typed.replaceAll("[\\s=]", "").toUpperCase(Locale.ROOT);
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        int bits = 0;
        int count = 0;
        for (int i = 0; i < letters.length(); i++) {
            bits = bits << 5 | alphabet.indexOf(letters.charAt(i));
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.put((byte) (bits >> count));
                bits &= (1 << count) - 1;
            }
        }
        return new OfficerApp(bytes.array());
    }

    /**
     * A code that was not typed yet, of this moment, the one before or the one after: servers allow for clocks that differ.
     * Keycloak computes codes by the machine's clock, whatever time it is in the world under test.
     */
    public String code() {
        return Await.until("a code that was not typed yet", NEXT_CODE, () -> Stream.of(0, -1, 1)
                .map(periods -> code(Instant.now().plusSeconds((long) periods * PERIOD_SECONDS)))
                .filter(code -> TYPED.add(Arrays.hashCode(secret) + code))
                .findFirst());
    }

    private String code(Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / PERIOD_SECONDS)
                    .array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xF, Integer.BYTES)
                            .getInt()
                    & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package es.clave.messaging;

import es.clave.identity.MobileNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that wakes an app on a citizen's device.
 *
 * @param deviceId whose device it is for; told back by {@link PushGone}
 * @param of the citizen's number, under which it is found in development; no sender tells it anybody
 * @param target where the device is reached; empty where nowhere, which only development shows
 * @param payload what the app reads, {@link #LONGEST} bytes of UTF-8 at most; a hint, which proves nothing
 */
public record Push(String deviceId, MobileNumber of, Optional<Target> target, String payload, Instant usefulUntil)
        implements Message {

    /** What every push service takes (RFC 8291, section 4), and some room. */
    public static final int LONGEST = 3000;

    /**
     * A subscription of the Push API.
     *
     * @param key the receiver's public key, {@code p256dh}, base64url without padding
     * @param secret {@code auth}, base64url without padding
     */
    public record Target(String endpoint, String key, String secret) {

        @Override
        public String toString() {
            return "Target[****]";
        }
    }

    /** @throws IllegalArgumentException if the payload is too long */
    public Push {
        if (payload.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("a push message has " + LONGEST + " bytes at most");
        }
    }

    @Override
    public String toString() {
        return "Push[" + deviceId + "]";
    }
}

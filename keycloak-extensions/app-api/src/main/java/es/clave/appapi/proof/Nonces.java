package es.clave.appapi.proof;

import es.clave.platform.KeyedHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nonces that nobody keeps: the time and a keyed hash of it, so that every node knows those of all. */
public final class Nonces {

    private static final Pattern SHAPE = Pattern.compile("(?<at>[0-9a-z]{1,10})\\.(?<hash>[A-Za-z0-9_-]{43})");

    /** How far the clocks of two nodes may be apart. */
    private static final Duration BETWEEN_NODES = Duration.ofSeconds(5);

    private final KeyedHash hash;
    private final Clock clock;
    private final String realmId;
    private final Duration lifetime;

    /** @param hash of these nonces only */
    public Nonces(KeyedHash hash, Clock clock, String realmId, Duration lifetime) {
        this.hash = hash;
        this.clock = clock;
        this.realmId = realmId;
        this.lifetime = lifetime;
    }

    /** A nonce that is good from now on for the lifetime. */
    public String next() {
        String at = Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX);
        return at + "." + hash.of(realmId, at);
    }

    boolean good(String nonce) {
        Matcher parts = SHAPE.matcher(nonce);
        if (!parts.matches() || !hash.matches(parts.group("hash"), realmId, parts.group("at"))) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(parts.group("at"), Character.MAX_RADIX));
        Instant now = clock.instant();
        return now.isBefore(at.plus(lifetime)) && !at.isAfter(now.plus(BETWEEN_NODES));
    }
}

package es.clave.demo.taxagency;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Message ids that were used, for as long as the message would still be valid. */
final class SeenIds {

    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    SeenIds(Clock clock) {
        this.clock = clock;
    }

    /** Whether this is the first time; with this it is used. */
    boolean first(String id, Instant validUntil) {
        Instant now = clock.instant();
        seen.values().removeIf(until -> until.isBefore(now));
        return seen.putIfAbsent(id, validUntil) == null;
    }
}

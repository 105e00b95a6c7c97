package es.clave.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.keycloak.common.util.Time;

/**
 * The one clock of the server: Keycloak's own, so that our lifetimes and Keycloak's sessions never disagree. Classes take
 * a {@link Clock}; only factories name this one.
 */
public final class ServerClock extends Clock {

    private final ZoneId zone;

    /** The clock in UTC. */
    public ServerClock() {
        this(ZoneOffset.UTC);
    }

    private ServerClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ServerClock(other);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}

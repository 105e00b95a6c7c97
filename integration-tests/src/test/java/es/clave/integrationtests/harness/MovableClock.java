package es.clave.integrationtests.harness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of a world under test: its servers' and its agencies'. It goes forward only. */
final class MovableClock extends Clock {

    private final Clock machine;
    private volatile Duration ahead = Duration.ZERO;

    MovableClock() {
        this(Clock.systemUTC());
    }

    private MovableClock(Clock machine) {
        this.machine = machine;
    }

    void aheadBy(Duration offset) {
        ahead = offset;
    }

    Duration ahead() {
        return ahead;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        MovableClock other = new MovableClock(machine.withZone(zone));
        other.ahead = ahead;
        return other;
    }
}

package es.clave.challenge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The rules of {@link Throttle} on rows that are locked. */
final class Ledger {

    /** Failures in a row count until a success, so their row outlives every window; what nobody touches ends one day. */
    private static final Duration FAILURES_REMEMBERED = Duration.ofDays(365);

    private final ThrottleRows rows;
    private final Clock clock;

    Ledger(ThrottleRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** A demand and the id of its row. */
    record Entry(Throttle.Demand demand, String rowId) {}

    Throttle.Verdict take(String realmId, List<Entry> entries) {
        Instant now = clock.instant();
        // Always locked in the same order, so that two requests never wait for each other.
        List<Entry> ordered =
                entries.stream().sorted(Comparator.comparing(Entry::rowId)).toList();
        List<ThrottleEntity> locked =
                ordered.stream().map(entry -> rows.lock(entry.rowId(), realmId)).toList();
        for (int i = 0; i < locked.size(); i++) {
            Limit limit = ordered.get(i).demand().limit();
            EventLog log = locked.get(i).events();
            Duration wait = limit.windows().stream()
                    .map(window -> log.waitFor(window, now))
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
            if (wait.compareTo(Duration.ZERO) > 0) {
                return new Throttle.Verdict.Refused(limit, wait);
            }
        }
        for (int i = 0; i < locked.size(); i++) {
            Duration longest = ordered.get(i).demand().limit().longestWindow();
            ThrottleEntity row = locked.get(i);
            EventLog log = row.events();
            log.forgetBefore(now.minus(longest));
            log.add(now);
            row.setEvents(log);
            row.setForgetAfter(now.plus(longest).toEpochMilli());
        }
        return new Throttle.Verdict.Allowed();
    }

    Throttle.Standing standing(FailurePolicy policy, String rowId) {
        return rows.find(rowId).map(row -> standing(policy, row)).orElseGet(() -> new Throttle.Standing.Open(0));
    }

    private Throttle.Standing standing(FailurePolicy policy, ThrottleEntity row) {
        if (row.failuresInARow() >= policy.disableAfter()) {
            return new Throttle.Standing.Disabled();
        }
        Duration rest = Duration.between(clock.instant(), Instant.ofEpochMilli(row.pausedUntil()));
        return rest.compareTo(Duration.ZERO) > 0
                ? new Throttle.Standing.Paused(rest)
                : new Throttle.Standing.Open(row.failuresInARow());
    }

    Throttle.Standing failed(String realmId, FailurePolicy policy, String rowId) {
        Instant now = clock.instant();
        ThrottleEntity row = rows.lock(rowId, realmId);
        EventLog log = row.events();
        log.forgetBefore(now.minus(policy.window()));
        log.add(now);
        row.setFailuresInARow(row.failuresInARow() + 1);
        if (log.since(now.minus(policy.window())) >= policy.failures()) {
            row.setPausedUntil(now.plus(nextPause(policy, row.pausesInARow())).toEpochMilli());
            row.setPausesInARow(row.pausesInARow() + 1);
            log.clear();
        }
        row.setEvents(log);
        row.setForgetAfter(
                row.failuresInARow() >= policy.disableAfter()
                        ? Long.MAX_VALUE
                        : now.plus(FAILURES_REMEMBERED).toEpochMilli());
        return standing(policy, row);
    }

    private static Duration nextPause(FailurePolicy policy, int pausesBefore) {
        Duration pause = policy.firstPause();
        for (int i = 0; i < pausesBefore && pause.compareTo(policy.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(policy.longestPause()) < 0 ? pause : policy.longestPause();
    }

    void succeeded(FailurePolicy policy, String rowId) {
        rows.find(rowId).ifPresent(row -> {
            row.setFailuresInARow(0);
            row.setPausesInARow(0);
            row.setForgetAfter(clock.instant().plus(policy.window()).toEpochMilli());
        });
    }
}

package es.clave.messaging;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential backoff with jitter: each wait is between half and all of the first delay doubled with every attempt. */
record RetrySchedule(Duration firstDelay, Duration maxDelay, RandomGenerator random) {

    /** @param attempt how many attempts there were, from 1 */
    Duration delayAfter(int attempt) {
        long doubled = firstDelay.toMillis() << Math.min(attempt - 1, 20);
        long delay = Math.min(doubled, maxDelay.toMillis());
        return Duration.ofMillis(delay - random.nextLong(delay / 2 + 1));
    }
}

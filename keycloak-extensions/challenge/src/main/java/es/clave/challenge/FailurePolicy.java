package es.clave.challenge;

import java.time.Duration;

/**
 * What failed attempts cost a citizen, across browsers, codes, nodes and restarts.
 *
 * @param name of the limiter
 * @param failures so many within {@code window} bring a pause
 * @param firstPause each further pause without a success between is twice as long
 * @param longestPause where the doubling ends
 * @param disableAfter so many failures without a success between disable the method until it is bound anew
 */
public record FailurePolicy(
        String name, int failures, Duration window, Duration firstPause, Duration longestPause, int disableAfter) {}

package es.clave.challenge;

import java.time.Duration;
import java.util.List;
import org.keycloak.provider.Provider;

/**
 * The limits that no new browser, other node or restart resets. Every call commits on its own, whatever becomes of the
 * request around it, and calls for one subject come one after the other.
 */
public interface Throttle extends Provider {

    /**
     * One event that wants to happen.
     *
     * @param subject whom the limit belongs to; kept as a keyed hash
     */
    record Demand(Limit limit, String subject) {}

    /** Whether events may happen. */
    sealed interface Verdict {

        /** They may, and are counted. */
        record Allowed() implements Verdict {}

        /**
         * They may not, and none is counted.
         *
         * @param limit the one that says no
         * @param retryAfter when it would say yes
         */
        record Refused(Limit limit, Duration retryAfter) implements Verdict {}
    }

    /** Where a subject stands after its failures. */
    sealed interface Standing {

        /**
         * Attempts are welcome.
         *
         * @param failuresInARow since the last success
         */
        record Open(int failuresInARow) implements Standing {}

        /** No attempt for so long. */
        record Paused(Duration rest) implements Standing {}

        /** No attempt until the method is bound anew. */
        record Disabled() implements Standing {}
    }

    /** Counts all the events, or none if one limit is reached. */
    Verdict take(String realmId, List<Demand> demands);

    /** Where the subject stands. */
    Standing standing(String realmId, FailurePolicy policy, String subject);

    /** Counts a failed attempt and tells where that leaves the subject. */
    Standing failed(String realmId, FailurePolicy policy, String subject);

    /** Forgets the failures in a row and the pauses; failures within the window still count. */
    void succeeded(String realmId, FailurePolicy policy, String subject);
}

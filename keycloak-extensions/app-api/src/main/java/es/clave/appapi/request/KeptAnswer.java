package es.clave.appapi.request;

import java.time.Instant;

/**
 * An answer as it is kept.
 *
 * @param publicKey the device's when it answered: verifies {@code jws}
 */
record KeptAnswer(
        String requestId,
        String agencyName,
        String service,
        String place,
        String decision,
        Instant at,
        String deviceId,
        String deviceName,
        String publicKey,
        String jws,
        Outcome outcome) {

    /** What became of it. */
    enum Outcome {
        /** Kept before anything followed from it; stays so where the server died in the same moment. */
        SENT,
        CONFIRMED,
        REJECTED,
        /** Not the digits of the page. */
        WRONG_DIGITS,
        /** Answered before, withdrawn or over. */
        TOO_LATE
    }

    @Override
    public String toString() {
        return "KeptAnswer[" + outcome + "]";
    }
}

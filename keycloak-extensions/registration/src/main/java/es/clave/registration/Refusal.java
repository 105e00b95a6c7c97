package es.clave.registration;

import es.clave.challenge.Throttle;
import java.time.Duration;
import java.util.List;

/** Why a registration goes no further now: what the page says, and what is kept of it. */
record Refusal(RegistrationOutcome outcome, String messageKey, List<Long> parameters) {

    static Refusal documentNotConfirmed() {
        return new Refusal(RegistrationOutcome.DOCUMENT_NOT_CONFIRMED, "registrationNotConfirmed", List.of());
    }

    static Refusal civilRegisterUnavailable() {
        return new Refusal(RegistrationOutcome.CIVIL_REGISTER_UNAVAILABLE, "civilRegisterUnavailable", List.of());
    }

    static Refusal sourceLimited(Throttle.Verdict.Refused refused) {
        return new Refusal(RegistrationOutcome.SOURCE_LIMITED, "sourceLimited", List.of(minutes(refused.retryAfter())));
    }

    static Refusal paused(Duration rest) {
        return new Refusal(RegistrationOutcome.PAUSED, "registrationPaused", List.of(minutes(rest)));
    }

    /** Whole minutes, never too few. */
    private static long minutes(Duration duration) {
        return duration.plusSeconds(59).toMinutes();
    }
}

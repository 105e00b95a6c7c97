package es.clave.login.pin;

import es.clave.challenge.Throttle;
import es.clave.login.Outcome;
import java.time.Duration;
import java.util.List;

/** Why a citizen is not served now: what the page says, and what is kept of it. */
record Refusal(Outcome outcome, String messageKey, List<Long> parameters) {

    static Refusal civilRegisterUnavailable() {
        return new Refusal(Outcome.CIVIL_REGISTER_UNAVAILABLE, "civilRegisterUnavailable", List.of());
    }

    static Refusal registrationStopped() {
        return new Refusal(Outcome.REGISTRATION_STOPPED, "notPossible", List.of());
    }

    static Refusal sourceLimited(Throttle.Verdict.Refused refused) {
        return new Refusal(Outcome.SOURCE_LIMITED, "sourceLimited", List.of(minutes(refused.retryAfter())));
    }

    static Refusal paused(Throttle.Standing.Paused paused) {
        return new Refusal(Outcome.PAUSED, "paused", List.of(minutes(paused.rest())));
    }

    static Refusal disabled() {
        return new Refusal(Outcome.METHOD_DISABLED, "methodDisabled", List.of());
    }

    static Refusal tooSoon(Duration wait) {
        return new Refusal(Outcome.TOO_MANY_CODES, "resendTooSoon", List.of(wait.toSeconds() + 1));
    }

    static Refusal tooManyCodes(Duration wait) {
        return new Refusal(Outcome.TOO_MANY_CODES, "tooManyCodes", List.of(minutes(wait)));
    }

    static Refusal expired() {
        return new Refusal(Outcome.CODE_EXPIRED, "codeExpired", List.of());
    }

    static Refusal exhausted() {
        return new Refusal(Outcome.CODE_EXHAUSTED, "codeExhausted", List.of());
    }

    static Refusal superseded() {
        return new Refusal(Outcome.CODE_SUPERSEDED, "codeSuperseded", List.of());
    }

    /** Whole minutes, never too few. */
    private static long minutes(Duration duration) {
        return duration.plusSeconds(59).toMinutes();
    }
}

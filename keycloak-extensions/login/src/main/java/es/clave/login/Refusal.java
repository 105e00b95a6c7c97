package es.clave.login;

import es.clave.challenge.Throttle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Why a citizen is not served now: what the page says, and what is kept of it. */
public record Refusal(Outcome outcome, String messageKey, List<Long> parameters) {

    /** The civil register cannot be asked. */
    public static Refusal civilRegisterUnavailable() {
        return new Refusal(Outcome.CIVIL_REGISTER_UNAVAILABLE, "civilRegisterUnavailable", List.of());
    }

    /** Proven, but not registered any more. */
    public static Refusal registrationStopped() {
        return new Refusal(Outcome.REGISTRATION_STOPPED, "notPossible", List.of());
    }

    /** Too much from one source. */
    public static Refusal sourceLimited(Throttle.Verdict.Refused refused) {
        return new Refusal(Outcome.SOURCE_LIMITED, "sourceLimited", List.of(minutes(refused.retryAfter())));
    }

    /** What failures of the citizen have brought, if anything. */
    public static Optional<Refusal> of(Throttle.Standing standing) {
        if (standing instanceof Throttle.Standing.Paused paused) {
            return Optional.of(new Refusal(Outcome.PAUSED, "paused", List.of(minutes(paused.rest()))));
        }
        return standing instanceof Throttle.Standing.Disabled
                ? Optional.of(new Refusal(Outcome.METHOD_DISABLED, "methodDisabled", List.of()))
                : Optional.empty();
    }

    /** Whole minutes, never too few. */
    public static long minutes(Duration duration) {
        return duration.plusSeconds(59).toMinutes();
    }

    /** What the message's placeholders get. */
    public Object[] values() {
        return parameters.toArray();
    }
}

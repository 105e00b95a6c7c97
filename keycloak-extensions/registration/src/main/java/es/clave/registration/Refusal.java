package es.clave.registration;

import es.clave.challenge.Throttle;
import java.time.Duration;
import java.util.List;

/**
 * Why a registration goes no further now.
 *
 * @param outcome what is kept of it
 * @param messageKey of the text that the page says
 * @param parameters of that text
 */
public record Refusal(RegistrationOutcome outcome, String messageKey, List<Long> parameters) {

    /** The civil register does not confirm the document. */
    public static Refusal documentNotConfirmed() {
        return new Refusal(RegistrationOutcome.DOCUMENT_NOT_CONFIRMED, "registrationNotConfirmed", List.of());
    }

    /** The civil register does not answer. */
    public static Refusal civilRegisterUnavailable() {
        return new Refusal(RegistrationOutcome.CIVIL_REGISTER_UNAVAILABLE, "civilRegisterUnavailable", List.of());
    }

    /** Too much from one source. */
    public static Refusal sourceLimited(Throttle.Verdict.Refused refused) {
        return new Refusal(RegistrationOutcome.SOURCE_LIMITED, "sourceLimited", minutes(refused.retryAfter()));
    }

    /** Too many wrong data of one document. */
    public static Refusal documentPaused(Duration rest) {
        return new Refusal(RegistrationOutcome.PAUSED, "registrationPaused", minutes(rest));
    }

    /** Another code can be had in a moment. */
    public static Refusal tooSoon(Duration wait) {
        return new Refusal(RegistrationOutcome.TOO_MANY_CODES, "phoneCodeTooSoon", List.of(wait.toSeconds() + 1));
    }

    /** Another code can be had later. */
    public static Refusal tooManyCodes(Duration wait) {
        return new Refusal(RegistrationOutcome.TOO_MANY_CODES, "phoneCodeTooMany", minutes(wait));
    }

    /** The code's time is over. */
    public static Refusal codeExpired() {
        return new Refusal(RegistrationOutcome.CODE_EXPIRED, "phoneCodeExpired", List.of());
    }

    /** The code was guessed at too often. */
    public static Refusal codeExhausted() {
        return new Refusal(RegistrationOutcome.CODE_EXHAUSTED, "phoneCodeExhausted", List.of());
    }

    /** Another browser asked for a newer code. */
    public static Refusal codeSuperseded() {
        return new Refusal(RegistrationOutcome.CODE_SUPERSEDED, "phoneCodeSuperseded", List.of());
    }

    /** Whole minutes, never too few. */
    public static List<Long> minutes(Duration duration) {
        return List.of(duration.plusSeconds(59).toMinutes());
    }
}

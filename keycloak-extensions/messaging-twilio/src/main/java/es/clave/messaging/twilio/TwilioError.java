package es.clave.messaging.twilio;

import es.clave.messaging.SendResult;
import java.util.Arrays;
import java.util.Optional;

/**
 * What Twilio's error codes mean for a message (Twilio's Error and Warning Dictionary). The one table of the module; a code
 * that is not here is judged by the HTTP status.
 */
enum TwilioError {
    RATE_LIMIT(14107, Fate.RETRY, "message rate limit exceeded"),
    AUTHENTICATION(20003, Fate.GIVE_UP, "credentials refused"),
    ACCOUNT_NOT_ACTIVE(20005, Fate.GIVE_UP, "account not active"),
    NOT_FOUND(20404, Fate.GIVE_UP, "no such account"),
    TOO_MANY_REQUESTS(20429, Fate.RETRY, "too many requests"),
    INTERNAL(20500, Fate.RETRY, "internal error at Twilio"),
    UNAVAILABLE(20503, Fate.RETRY, "Twilio is unavailable"),
    INVALID_TO(21211, Fate.BAD_NUMBER, "invalid destination number"),
    INVALID_FROM(21212, Fate.GIVE_UP, "invalid sender number"),
    TO_SHORT_CODE(21265, Fate.BAD_NUMBER, "destination is a short code"),
    TO_IS_FROM(21266, Fate.BAD_NUMBER, "destination is the sender"),
    COUNTRY_NOT_ENABLED(21408, Fate.GIVE_UP, "account may not send to this country"),
    NO_FROM(21603, Fate.GIVE_UP, "no sender number"),
    FROM_NOT_CAPABLE(21606, Fate.GIVE_UP, "sender number cannot send to this destination"),
    TRIAL_UNVERIFIED(21608, Fate.GIVE_UP, "trial account and unverified destination"),
    UNSUBSCRIBED(21610, Fate.BAD_NUMBER, "the recipient has opted out"),
    SENDER_QUEUE_FULL(21611, Fate.RETRY, "the sender's queue is full"),
    NO_ROUTE(21612, Fate.GIVE_UP, "no route from this sender to this destination"),
    NOT_MOBILE(21614, Fate.BAD_NUMBER, "destination is not a mobile number"),
    LANDLINE(21635, Fate.BAD_NUMBER, "destination is a landline"),
    FROM_NOT_OURS(21659, Fate.GIVE_UP, "sender is no number of Twilio's"),
    FROM_OTHER_ACCOUNT(21660, Fate.GIVE_UP, "sender belongs to another account"),
    NO_MESSAGING_SERVICE(21701, Fate.GIVE_UP, "no such messaging service"),
    MESSAGING_SERVICE_EMPTY(21703, Fate.GIVE_UP, "messaging service without numbers"),
    QUEUE_OVERFLOW(30001, Fate.RETRY, "queue overflow"),
    ACCOUNT_SUSPENDED(30002, Fate.GIVE_UP, "account suspended"),
    HANDSET_UNREACHABLE(30003, Fate.RETRY, "telephone unreachable"),
    BLOCKED(30004, Fate.BAD_NUMBER, "destination blocks messages"),
    UNKNOWN_HANDSET(30005, Fate.BAD_NUMBER, "unknown or inactive destination"),
    UNREACHABLE_CARRIER(30006, Fate.BAD_NUMBER, "landline or unreachable carrier"),
    FILTERED(30007, Fate.GIVE_UP, "filtered by the carrier"),
    UNKNOWN(30008, Fate.RETRY, "unknown error at the carrier"),
    CARRIER_RATE(30022, Fate.RETRY, "carrier's rate limit exceeded"),
    DAILY_CAP(30023, Fate.GIVE_UP, "carrier's daily limit reached"),
    VALIDITY_EXPIRED(30036, Fate.RETRY, "waited too long in Twilio's queue"),
    CARRIER_TIMEOUT(30410, Fate.RETRY, "carrier timed out"),
    ACCOUNT_RATE(63017, Fate.RETRY, "account's rate limit exceeded"),
    ACCOUNT_DAILY_LIMIT(63038, Fate.GIVE_UP, "account's daily limit reached");

    /** What is done with the message. */
    enum Fate {
        /** The outbox tries again while the message is of use. */
        RETRY,
        /** Fails; an operator has to do something. */
        GIVE_UP,
        /** Fails; only another number would help. */
        BAD_NUMBER;

        SendResult as(String reason) {
            return switch (this) {
                case RETRY -> new SendResult.Retry(reason);
                case GIVE_UP -> new SendResult.GiveUp(reason);
                case BAD_NUMBER -> new SendResult.Unreachable(reason);
            };
        }
    }

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int RATE_LIMITED = 429;
    private static final int SERVER_ERRORS = 500;

    private final int code;
    private final Fate fate;
    private final String meaning;

    TwilioError(int code, Fate fate, String meaning) {
        this.code = code;
        this.fate = fate;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    Fate fate() {
        return fate;
    }

    /** For logs, metrics and the outbox: {@code twilio 21211: invalid destination number}. */
    String reason() {
        return "twilio " + code + ": " + meaning;
    }

    static Optional<TwilioError> of(int code) {
        return Arrays.stream(values()).filter(error -> error.code == code).findFirst();
    }

    /** What a refused request means. */
    static SendResult result(Optional<Integer> code, int httpStatus) {
        return code.flatMap(TwilioError::of)
                .map(error -> error.fate.as(error.reason()))
                .orElseGet(() -> byStatus(httpStatus)
                        .as(code.map(number -> "twilio " + number + ", ").orElse("") + "HTTP " + httpStatus));
    }

    /** Why a message that had been accepted did not arrive. */
    static String reason(Optional<Integer> code, String messageStatus) {
        return code.map(number -> of(number).map(TwilioError::reason).orElse("twilio " + number))
                .orElse("twilio: " + messageStatus);
    }

    private static Fate byStatus(int httpStatus) {
        return httpStatus >= SERVER_ERRORS
                        || httpStatus == RATE_LIMITED
                        || httpStatus == REQUEST_TIMEOUT
                        || httpStatus == TOO_EARLY
                ? Fate.RETRY
                : Fate.GIVE_UP;
    }
}

package es.clave.messaging.twilio;

import es.clave.messaging.Outbox;
import es.clave.messaging.Outbox.Reported;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A delivery report of Twilio's.
 *
 * @param messageSid what Twilio called the message when it took it
 * @param messageStatus one of Twilio's message states
 */
record TwilioReport(String messageSid, String messageStatus, Optional<Integer> errorCode) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    TwilioReport(String messageSid, String messageStatus, String errorCode) {
        this(
                messageSid,
                messageStatus,
                DIGITS.matcher(errorCode).matches() ? Optional.of(Integer.valueOf(errorCode)) : Optional.empty());
    }

    /** Writes it down; empty if it says nothing final. */
    Optional<Reported> recordIn(Outbox outbox) {
        return switch (messageStatus) {
            case "delivered", "read" -> Optional.of(outbox.delivered(messageSid));
            case "undelivered", "failed", "canceled" ->
                Optional.of(outbox.undelivered(messageSid, TwilioError.reason(errorCode, messageStatus)));
            default -> Optional.empty();
        };
    }
}

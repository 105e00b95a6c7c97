package es.clave.messaging;

import es.clave.identity.MobileNumber;
import java.time.Instant;

/**
 * A text message to send.
 *
 * @param text one segment of the GSM 7-bit alphabet: 160 septets at most
 * @param usefulUntil after this it is not sent any more
 */
public record Sms(MobileNumber to, String text, Instant usefulUntil) implements Message {

    /** @throws IllegalArgumentException if the text does not fit one GSM-7 segment */
    public Sms {
        checked(text);
    }

    static String checked(String text) {
        if (!Gsm7.fitsOneSegment(text)) {
            throw new IllegalArgumentException("an SMS is one segment of the GSM 7-bit alphabet");
        }
        return text;
    }

    @Override
    public String toString() {
        return "Sms[to=" + to.masked() + "]";
    }
}

package es.clave.messaging;

import es.clave.identity.MobileNumber;
import java.util.Optional;

/** What is sealed: the message, or what would have been one and goes to nobody. */
record Envelope(Optional<MobileNumber> to, String text) {

    @Override
    public String toString() {
        return "Envelope[to=" + to + "]";
    }
}

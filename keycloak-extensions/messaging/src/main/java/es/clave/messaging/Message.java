package es.clave.messaging;

import java.time.Instant;

/** Something to send to a citizen. */
public sealed interface Message permits Sms, Email, Letter, Push {

    /** After this it is not sent any more. */
    Instant usefulUntil();
}

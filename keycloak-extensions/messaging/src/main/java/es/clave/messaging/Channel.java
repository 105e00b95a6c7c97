package es.clave.messaging;

import java.util.Locale;

/** How a message travels. */
enum Channel {
    SMS,
    EMAIL,
    LETTER,
    PUSH;

    /** How meters and logs call it. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package es.clave.appapi;

import java.util.Locale;

/** What became of what an app wanted: the value of the counter and of the event. */
public enum AppOutcome {
    /** A code to activate was asked for, whether or not anybody got one. */
    CODE_SENT,
    ACTIVATED,
    DEVICE_RENAMED,
    DEVICE_REMOVED,
    DEVICE_SHUT_OUT,
    KEY_CHANGED,
    REQUEST_SCANNED,
    REQUEST_CONFIRMED,
    REQUEST_REJECTED,
    PIN_SHOWN;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

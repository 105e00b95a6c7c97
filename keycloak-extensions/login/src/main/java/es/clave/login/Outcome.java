package es.clave.login;

import java.util.Locale;

/**
 * How a step or a whole login went: the fixed vocabulary of events, counters and statistics. The name in lower case is
 * the {@code error} of Keycloak's event and the {@code outcome} of the counter.
 */
public enum Outcome {
    /** A citizen was shown the way in. */
    STARTED(false),
    /** A code was asked for, whether or not anybody got one. */
    CODE_SENT(false),
    /** Logged in. */
    SUCCESS(true),
    /** Logged in by the session that was already there. */
    SINGLE_SIGN_ON(true),
    /** The citizen turned back. */
    CANCELLED(true),
    /** The level that the agency asks for was not reached. */
    LEVEL_NOT_REACHED(true),
    /** The agency will have none of the ways that there are. */
    NO_WAY_LEFT(true),
    /** The typed document could not be right. */
    MALFORMED_IDENTITY(false),
    /** The typed password was not the right one, or nobody has it. */
    WRONG_PASSWORD(false),
    /** Too many wrong passwords in a row. */
    PASSWORD_LOCKED(false),
    /** Number, e-mail and activation code do not belong together, or the code is of no use any more. */
    WRONG_ACTIVATION_CODE(false),
    /** A new password was too weak, or not typed the same twice. */
    PASSWORD_REFUSED(false),
    /** A password was set. */
    PASSWORD_SET(false),
    /** The typed code was not the right one. */
    WRONG_CODE(false),
    /** The code was dead after too many wrong answers. */
    CODE_EXHAUSTED(false),
    /** The code's time was over, or it had been used. */
    CODE_EXPIRED(false),
    /** Another browser had asked for a newer code. */
    CODE_SUPERSEDED(false),
    /** A request waits for the app, or would, were somebody's document typed. */
    APP_ASKED(false),
    /** Another request of the same person waits for the app. */
    APP_BUSY(false),
    /** Too many requests for the app of one person, or too many unanswered. */
    TOO_MANY_APP_REQUESTS(false),
    /** The app said no. */
    APP_REJECTED(false),
    /** The digits of the page were typed wrong into the app too often. */
    APP_EXHAUSTED(false),
    /** The app said nothing in time. */
    APP_EXPIRED(false),
    /** Confirmed, but not for this browser, or used before. */
    APP_REFUSED(false),
    /** Too many failures: a pause. */
    PAUSED(false),
    /** Far too many failures: the method is disabled. */
    METHOD_DISABLED(false),
    /** Too many codes for one citizen. */
    TOO_MANY_CODES(false),
    /** Too many requests from one source. */
    SOURCE_LIMITED(false),
    /** The certificate was not taken; the event's detail {@code reason} says why. */
    CERTIFICATE_REFUSED(false),
    /** The passkey was not taken; the event's detail {@code reason} says why. */
    PASSKEY_REFUSED(false),
    /** A passkey was added to those of the citizen. */
    PASSKEY_ADDED(false),
    /** The certificate is of another person than who is logged in. */
    OTHER_PERSON(false),
    /** The certificate is good, but its holder is not registered, and that is asked for. */
    NOT_REGISTERED(false),
    /** The civil register did not answer. */
    CIVIL_REGISTER_UNAVAILABLE(false),
    /** The code was right, but the registration had been stopped. */
    REGISTRATION_STOPPED(false);

    private final boolean last;

    Outcome(boolean last) {
        this.last = last;
    }

    /** Whether the login ends with it. */
    public boolean isLast() {
        return last;
    }

    /** As events, counters and statistics write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package es.clave.registration;

import java.util.Locale;

/**
 * How a step or a whole registration went: the fixed vocabulary of events, counters and statistics. The name in lower case
 * is the {@code error} of Keycloak's event and the {@code outcome} of the counter.
 */
public enum RegistrationOutcome {
    /** A citizen was shown the first page. */
    STARTED,
    /** The civil register confirmed the document. */
    IDENTIFIED,
    /** A route was chosen. */
    ROUTE_CHOSEN,
    /** The route proved who it is. */
    PROVEN,
    /** A code was sent to a mobile. */
    CODE_SENT,
    /** The code came back: the mobile is the citizen's. */
    PHONE_PROVEN,
    /** The mobile was somebody else's, and the citizen takes it. */
    TAKEOVER_CONFIRMED,
    /** Registered. */
    REGISTERED,
    /** A letter with a code was sent. */
    LETTER_REQUESTED,
    /** The citizen turned back, or comes back later. */
    LEFT,
    /** The typed document could not be right. */
    MALFORMED_IDENTITY,
    /** The civil register does not know the document with that datum, or its holder is dead. */
    DOCUMENT_NOT_CONFIRMED,
    /** Too many wrong data of one document: a pause. */
    PAUSED,
    /** Too many requests from one source. */
    SOURCE_LIMITED,
    /** The typed contact data could not be right. */
    MALFORMED_CONTACT,
    /** The typed code was not the right one. */
    WRONG_CODE,
    /** The code was dead after too many wrong answers. */
    CODE_EXHAUSTED,
    /** The code's time was over, or it had been used. */
    CODE_EXPIRED,
    /** Another browser had asked for a newer code. */
    CODE_SUPERSEDED,
    /** Too many codes for one person or one mobile. */
    TOO_MANY_CODES,
    /** The conditions were not accepted. */
    CONDITIONS_NOT_ACCEPTED,
    /** Registered already, at this level or a higher one. */
    ALREADY_REGISTERED,
    /** Who left, or was stopped, comes back by certificate or in person only. */
    ROUTE_NOT_ALLOWED,
    /** The civil register did not answer. */
    CIVIL_REGISTER_UNAVAILABLE,
    /** The route is closed to this person. */
    ROUTE_CLOSED,
    /** A letter was asked for too soon after another, or after too many. */
    LETTER_REFUSED,
    /** The route could not prove who it is; it says itself why. */
    NOT_PROVEN;

    /** As events, counters and statistics write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

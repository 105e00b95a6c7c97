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
    /** The civil register did not answer. */
    CIVIL_REGISTER_UNAVAILABLE,
    /** The route is closed to this person. */
    ROUTE_CLOSED,
    /** The route could not prove who it is; it says itself why. */
    NOT_PROVEN;

    /** As events, counters and statistics write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

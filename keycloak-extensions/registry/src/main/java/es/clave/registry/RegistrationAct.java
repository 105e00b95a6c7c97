package es.clave.registry;

import es.clave.identity.RegistrationLevel;
import java.time.Instant;

/**
 * Something that was done to a registration, kept for good.
 *
 * @param by who did it: the citizen's own registry id, an officer's user id, or {@code system}
 */
public record RegistrationAct(
        String citizenId, Kind kind, Citizen.Route route, RegistrationLevel level, Instant at, String by) {

    /** What was done. */
    public enum Kind {
        REGISTERED,
        UPGRADED,
        PHONE_CHANGED,
        EMAIL_CHANGED,
        /** An officer stopped it. */
        DISABLED,
        /** Somebody else proved to have the phone. */
        DISPLACED,
        RENOUNCED,
        REREGISTERED
    }
}

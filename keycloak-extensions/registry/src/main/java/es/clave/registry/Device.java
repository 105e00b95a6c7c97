package es.clave.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * A phone with the app, whose key speaks for a citizen.
 *
 * @param userId the citizen's Keycloak user
 * @param name make and model, or what the citizen calls it
 * @param publicKey JWK (RFC 7517) of an EC key on P-256, with nothing but its public members
 * @param thumbprint of that key (RFC 7638, SHA-256)
 * @param lastUsedAt when it last asked for something, to the hour
 * @param counter of its last answer; each answer has a higher one
 * @param push where messages reach it when it sleeps
 */
public record Device(
        String id,
        String userId,
        String name,
        String publicKey,
        String thumbprint,
        Instant activatedAt,
        Instant lastUsedAt,
        long counter,
        Status status,
        Optional<PushSubscription> push) {

    /** Whether the device may speak for its citizen. */
    public enum Status {
        ACTIVE,
        /** The citizen took it away, or has no registration any more. */
        REMOVED,
        /** It answered with a counter that was used before: there are two of it. */
        SHUT_OUT
    }

    /** Whether it may speak for its citizen. */
    public boolean active() {
        return status == Status.ACTIVE;
    }

    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}

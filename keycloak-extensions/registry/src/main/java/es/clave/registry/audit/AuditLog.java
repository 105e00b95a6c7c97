package es.clave.registry.audit;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The audit log of a realm: a chain of entries, each of which carries the hash of the one before, so that whoever changes,
 * removes or inserts one breaks it. The log itself adds when it happened and the network address that the request came from.
 *
 * <p>What {@link es.clave.registry.CitizenRegistry} does is appended by it. All others append what they do: look-ups, and
 * the steps of a registration that are acts of their own.
 */
public interface AuditLog extends Provider {

    /**
     * Appends with the transaction of the session, at its end: an act and its entry are there together or not at all.
     */
    void append(RealmModel realm, AuditRecord entry);

    /** Appends at once and for good, whatever becomes of the request: for look-ups, and for what was refused. */
    void appendNow(RealmModel realm, AuditRecord entry);
}

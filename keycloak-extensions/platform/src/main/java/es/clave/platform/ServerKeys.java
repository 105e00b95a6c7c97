package es.clave.platform;

import org.keycloak.provider.Provider;

/**
 * Keys for one purpose each, all derived from the server's secret (HKDF-SHA256, RFC 5869). The secret is a server option;
 * it is the same on every node and never in the database.
 */
public interface ServerKeys extends Provider {

    /** A key of 256 bits for this purpose; the same purpose always yields the same key. */
    byte[] derive(String purpose);

    /** A keyed hash for this purpose. */
    default KeyedHash keyedHash(String purpose) {
        return KeyedHash.withKey(derive(purpose));
    }
}

package es.clave.login.passkey;

/** What the audit log has of passkeys here; that one was removed is Mi Cl@ve's. The names are kept for ever. */
enum PasskeyAct {
    /** A citizen added one. */
    PASSKEY_ADDED
}

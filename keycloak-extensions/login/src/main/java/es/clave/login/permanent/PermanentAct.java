package es.clave.login.permanent;

/** What the audit log has of Cl@ve Permanente. The names are kept for ever. */
enum PermanentAct {
    /** A password was set with an activation code. */
    PASSWORD_ACTIVATED,
    /** A password was set by who knew the former one. */
    PASSWORD_CHANGED,
    /** Too many wrong passwords. */
    PASSWORD_LOCKED
}

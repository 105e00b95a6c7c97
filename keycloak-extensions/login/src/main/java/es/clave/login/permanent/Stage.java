package es.clave.login.permanent;

/** Where a login by Cl@ve Permanente stands. A form that belongs to another stage changes nothing. */
enum Stage {
    /** Number and password are asked for. */
    PASSWORD,
    /** The password was right; the code is asked for. */
    CODE,
    /** Number, e-mail and activation code are asked for. */
    ACTIVATION,
    /** They were right; the code by SMS is asked for. */
    ACTIVATION_CODE,
    /** All was right; a new password is asked for. */
    NEW_PASSWORD,
    /** The password was right, but is too old; a new one is asked for. */
    EXPIRED,
    /** The password was set: shown before the login goes on. */
    ACTIVATED
}

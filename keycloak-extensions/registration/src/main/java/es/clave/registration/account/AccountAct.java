package es.clave.registration.account;

/** What citizens do here that is audited, besides what the registry audits itself. The names are in the log for good. */
enum AccountAct {
    /** A new activation code replaced the former. */
    ACTIVATION_CODE_ISSUED,
    /** A citizen removed a passkey. */
    PASSKEY_REMOVED,
    /** A form came to a citizen's session that none of these pages had shown it. */
    ACCOUNT_FORM_REFUSED
}

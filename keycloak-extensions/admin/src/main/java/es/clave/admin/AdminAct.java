package es.clave.admin;

/** What administrators do that is audited. The names are in the audit log for good. */
enum AdminAct {
    /** A citizen was searched by DNI or NIE, found or not. */
    CITIZEN_SEARCHED,
    /** The registration of a citizen was shown on the page or in the answer of a user. */
    REGISTRATION_SHOWN
}

package es.clave.registry.jpa;

/** What the audit log keeps of the end of all that was kept. The names are in the log for good. */
enum Erasure {
    /** All personal data of somebody who renounced are gone, except the entries of this log. */
    CITIZEN_ERASED
}

package es.clave.registration;

/** What the audit log keeps of a registration before its act, which the registry appends itself. */
public enum RegistrationStep {
    /** The civil register was asked for a document and confirmed it. */
    DOCUMENT_CONFIRMED,
    /** The civil register was asked for a document and did not confirm it. */
    DOCUMENT_NOT_CONFIRMED,
    /** A code that was sent to a mobile came back. */
    PHONE_PROVEN,
    /** A mobile was not proven: too many wrong codes, or too late. */
    PHONE_REFUSED,
    /** The mobile was somebody else's, and the citizen took it knowingly. */
    TAKEOVER_CONFIRMED
}

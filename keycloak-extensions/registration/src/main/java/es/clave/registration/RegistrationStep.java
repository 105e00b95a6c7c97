package es.clave.registration;

/** What the audit log keeps of a registration before its act, which the registry appends itself. */
public enum RegistrationStep {
    /** The civil register was asked for a document and confirmed it. */
    DOCUMENT_CONFIRMED,
    /** The civil register was asked for a document and did not confirm it. */
    DOCUMENT_NOT_CONFIRMED,
    /** One time too many: nobody asks for this document for a while. */
    DOCUMENT_PAUSED,
    /** A certificate was shown that proves nothing, or somebody else; with the reason. */
    CERTIFICATE_REFUSED,
    /** A code that was sent to a mobile came back. */
    PHONE_PROVEN,
    /** A mobile was not proven: too many wrong codes, or too late. */
    PHONE_REFUSED,
    /** The mobile was somebody else's, and the citizen took it knowingly. */
    TAKEOVER_CONFIRMED,
    /** A browser asked for a receipt that it does not have, or not any more. */
    RECEIPT_DENIED
}

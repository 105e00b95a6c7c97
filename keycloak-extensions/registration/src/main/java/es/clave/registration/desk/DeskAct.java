package es.clave.registration.desk;

/** What is audited of the desk, beside what the registry audits itself. */
enum DeskAct {
    /** Somebody without the role, or whose account is not complete, wanted in. */
    DESK_DENIED,
    /** A form came to an officer's session that no page of the desk had shown it. */
    DESK_FORM_REFUSED,
    /** The officer saw the appointments of today at the office. */
    DESK_APPOINTMENTS_SEEN,
    /** A document was looked up and confirmed. */
    DESK_DOCUMENT_CONFIRMED,
    /** A document was looked up and not confirmed. */
    DESK_DOCUMENT_NOT_CONFIRMED,
    /** The officer looked up more than officers may. */
    DESK_LOOKUPS_EXCEEDED,
    /** The officer looked up the own document, or wanted to serve as the own child's guardian. */
    DESK_OWN_DOCUMENT,
    /** Whose guardian came along with a minor; the subject is the guardian. */
    DESK_GUARDIAN,
    /** A minor came with a guardian; the subject is the minor. */
    DESK_GUARDED,
    /** The person typed the code that was sent to the mobile. */
    DESK_PHONE_PROVEN,
    /** Somebody who is registered got another activation code. */
    DESK_CODE_ISSUED,
    /** The person wants a mobile that is somebody else's. */
    DESK_TAKEOVER_CONFIRMED,
    /** The officer sent the person away, for this reason. */
    DESK_REFUSED,
    /** The receipt was signed on paper. */
    DESK_SIGNED,
    /** The receipt was not signed: the registration is stopped. */
    DESK_NOT_SIGNED
}

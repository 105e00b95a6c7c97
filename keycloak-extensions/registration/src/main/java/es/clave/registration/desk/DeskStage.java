package es.clave.registration.desk;

/** How far the person at the desk has come. */
enum DeskStage {
    /** Came by appointment: the document is to be looked up. */
    DOCUMENT,
    /** The document was confirmed: what the person wants is chosen. */
    PERSON,
    /** Mobile and e-mail are typed. */
    CONTACT,
    /** The code that was sent to the mobile is typed. */
    CODE,
    /** The mobile is proven, the conditions are accepted. */
    CONFIRM,
    /** Whether the registration shall really end. */
    RENOUNCE,
    /** Registered, or given another code: the receipt is printed, and signed by who registered. */
    RECEIPT
}

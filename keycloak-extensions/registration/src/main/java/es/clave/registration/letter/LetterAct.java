package es.clave.registration.letter;

/** What the audit log keeps of letters. */
public enum LetterAct {
    /** A letter was handed to the outbox. */
    LETTER_REQUESTED,
    /** A letter was asked for too soon after another, or after too many. */
    LETTER_REFUSED,
    /** The code of a letter came back. */
    LETTER_CODE_ACCEPTED,
    /** A code was typed that no letter of the person has. */
    LETTER_CODE_WRONG,
    /** Too many codes were typed for the person. */
    LETTER_CODE_LIMITED,
    /** A letter reminds of the one before. */
    LETTER_REMINDED
}

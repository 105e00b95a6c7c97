package es.clave.registration.desk;

import java.util.Arrays;
import java.util.Optional;

/** Why an officer sends somebody away. Chosen, not written: what is kept for good has no words about people. */
enum RefusalReason {
    /** The document is damaged, doubtful or not an original. */
    DOCUMENT,
    /** The person is not the one of the document. */
    PERSON,
    /** No guardian came along, or not with a document. */
    GUARDIAN,
    /** The person does not accept the conditions, or does not want to any more. */
    NOT_WANTED,
    /** Anything else. */
    OTHER;

    static Optional<RefusalReason> of(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }
}

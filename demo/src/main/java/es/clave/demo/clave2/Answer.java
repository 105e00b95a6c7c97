package es.clave.demo.clave2;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.opensaml.saml.saml2.core.Assertion;

/** What Cl@ve answered, verified. */
public sealed interface Answer {

    /**
     * Somebody logged in.
     *
     * @param nameId the DNI or NIE
     * @param level the URI of the level reached
     * @param attributes by name
     * @param assertion as it came, or as it was decrypted
     */
    record Identified(
            String nameId,
            String nameIdFormat,
            String level,
            Instant loggedInAt,
            Map<String, String> attributes,
            Assertion assertion)
            implements Answer {

        /** What an attribute says, empty where it did not come. */
        public Optional<String> attribute(String name) {
            return Optional.ofNullable(attributes.get(name));
        }

        @Override
        public String toString() {
            return "Identified[" + level + "]";
        }
    }

    /**
     * Nobody did.
     *
     * @param status {@code Requester} or {@code Responder}
     * @param detail the code below it, without its beginning that all have
     * @param message {@code NNNNNN - text}
     */
    record Failed(String status, String detail, String message) implements Answer {}
}

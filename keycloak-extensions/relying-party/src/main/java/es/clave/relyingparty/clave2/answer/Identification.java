package es.clave.relyingparty.clave2.answer;

import java.time.Instant;
import java.util.List;

/**
 * Who logged in, and how.
 *
 * @param nationalId the DNI or NIE
 * @param level the URI of the level reached
 * @param loggedInAt when; earlier than now where a session was there already
 */
public record Identification(String nationalId, String level, Instant loggedInAt, List<AttributeValue> attributes) {

    public Identification {
        attributes = List.copyOf(attributes);
    }

    @Override
    public String toString() {
        return "Identification[" + level + "]";
    }
}

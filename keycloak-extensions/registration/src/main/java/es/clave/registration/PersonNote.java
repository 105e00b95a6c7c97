package es.clave.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import es.clave.identity.NationalId;
import es.clave.registry.CivilPerson;
import es.clave.registry.PersonName;
import es.clave.registry.PostalAddress;
import java.time.LocalDate;
import java.util.Optional;

/** A person as a note, so that the civil register is asked once and not on every page. */
public final class PersonNote {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PersonNote() {}

    /** The note. */
    public static String write(CivilPerson person) {
        ObjectNode note = JSON.createObjectNode()
                .put("id", person.nationalId().value())
                .put("given", person.name().given())
                .put("first", person.name().firstSurname())
                .put("born", person.birthDate().toString())
                .put("alive", person.alive());
        person.name().secondSurname().ifPresent(second -> note.put("second", second));
        PostalAddress address = person.fiscalAddress();
        note.putObject("address")
                .put("street", address.street())
                .put("postcode", address.postcode())
                .put("town", address.town())
                .put("province", address.province())
                .put("country", address.country());
        return note.toString();
    }

    /** The person of the note. */
    public static CivilPerson read(String text) {
        try {
            JsonNode note = JSON.readTree(text);
            JsonNode address = note.path("address");
            return new CivilPerson(
                    NationalId.of(note.path("id").textValue()),
                    new PersonName(
                            note.path("given").textValue(),
                            note.path("first").textValue(),
                            Optional.ofNullable(note.path("second").textValue())),
                    LocalDate.parse(note.path("born").textValue()),
                    new PostalAddress(
                            address.path("street").textValue(),
                            address.path("postcode").textValue(),
                            address.path("town").textValue(),
                            address.path("province").textValue(),
                            address.path("country").textValue()),
                    note.path("alive").booleanValue());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }
}

package es.clave.registry;

import java.util.Optional;

/** The name of a person as the civil register writes it. Foreigners may have one surname only. */
public record PersonName(String given, String firstSurname, Optional<String> secondSurname) {

    /** Both surnames, as {@code FamilyName} wants them. */
    public String family() {
        return secondSurname.map(second -> firstSurname + " " + second).orElse(firstSurname);
    }

    @Override
    public String toString() {
        return "PersonName[****]";
    }
}

package es.clave.demo.agency;

import java.util.Optional;

/** What an agency was told about the person; each part may be missing, because it was not asked for. */
public record Person(
        Optional<String> identifier,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> firstSurname,
        Optional<String> secondSurname,
        Optional<String> birthDate,
        Optional<String> registration,
        Optional<String> method) {

    @Override
    public String toString() {
        return "Person[***]";
    }
}

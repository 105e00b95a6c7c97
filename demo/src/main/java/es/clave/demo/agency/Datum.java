package es.clave.demo.agency;

import java.util.Optional;

/** What an agency may ask about the person, beyond that somebody logged in. */
public enum Datum {
    /** Identifier, given name and surnames. */
    IDENTITY("identity"),
    /** Date of birth. */
    BIRTH_DATE("birthdate"),
    /** How strongly the person is registered with Cl@ve. */
    REGISTRATION("registration");

    private final String word;

    Datum(String word) {
        this.word = word;
    }

    /** The short name used in this application's own forms. */
    public String word() {
        return word;
    }

    /** The datum of that short name, empty where it is none. */
    public static Optional<Datum> ofWord(String word) {
        for (Datum datum : values()) {
            if (datum.word.equals(word)) {
                return Optional.of(datum);
            }
        }
        return Optional.empty();
    }
}

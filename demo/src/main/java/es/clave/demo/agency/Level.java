package es.clave.demo.agency;

import java.util.Optional;

/** The eIDAS assurance levels, in order, as an agency asks for them and is told them. */
public enum Level {
    LOW("low"),
    SUBSTANTIAL("substantial"),
    HIGH("high");

    private static final String PREFIX = "http://eidas.europa.eu/LoA/";

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** The short name used in this application's own forms. */
    public String word() {
        return word;
    }

    /** The name used in both protocols (Reglamento de Ejecución (UE) 2015/1502; eIDAS SAML message format). */
    public String uri() {
        return PREFIX + word;
    }

    /** Whether this level is at least the other. */
    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }

    /** The level of that URI, empty where it is none. */
    public static Optional<Level> ofUri(String uri) {
        return uri.startsWith(PREFIX) ? ofWord(uri.substring(PREFIX.length())) : Optional.empty();
    }

    /** The level of that short name, empty where it is none. */
    public static Optional<Level> ofWord(String word) {
        for (Level level : values()) {
            if (level.word.equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}

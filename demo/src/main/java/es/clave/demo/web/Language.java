package es.clave.demo.web;

import java.util.Locale;
import java.util.Optional;

/** The languages the demo's own pages speak. */
public enum Language {
    ES,
    EN;

    /** The language tag (BCP 47). */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of the two texts that is in this language. */
    public String say(String spanish, String english) {
        return this == ES ? spanish : english;
    }

    /** The language with this tag, empty where the demo does not speak it. */
    public static Optional<Language> ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag().equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}

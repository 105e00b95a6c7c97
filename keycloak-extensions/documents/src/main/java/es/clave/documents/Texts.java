package es.clave.documents;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the documents in one of the five languages; Spanish for whoever has another. */
final class Texts {

    static final List<Locale> LANGUAGES = List.of(
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("ca"),
            Locale.forLanguageTag("eu"),
            Locale.forLanguageTag("gl"),
            Locale.forLanguageTag("en"));

    private static final Locale SPANISH = LANGUAGES.get(0);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle words;

    private Texts(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "es.clave.documents.texts", language, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    static Texts in(Locale asked) {
        Locale bare = Locale.forLanguageTag(asked.getLanguage());
        return new Texts(LANGUAGES.contains(bare) ? bare : SPANISH);
    }

    Locale language() {
        return language;
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), language).format(arguments);
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }
}

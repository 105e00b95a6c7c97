package es.clave.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    static List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysAllThatSpanishSays(Locale language) throws IOException {
        Properties spanish = in(Locale.forLanguageTag("es"));
        Properties words = in(language);

        assertThat(words.stringPropertyNames()).isEqualTo(spanish.stringPropertyNames());
        for (String key : words.stringPropertyNames()) {
            assertThat(words.getProperty(key).contains("{0}"))
                    .as(key)
                    .isEqualTo(spanish.getProperty(key).contains("{0}"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTextHasAnApostropheThatMessageFormatWouldSwallow(Locale language) throws IOException {
        assertThat(in(language).values()).noneMatch(text -> text.toString().contains("'"));
    }

    private static Properties in(Locale language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Texts.class.getResourceAsStream("texts_" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}

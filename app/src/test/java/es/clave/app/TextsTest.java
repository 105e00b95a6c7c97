package es.clave.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Path WEB = Path.of("src/main/web");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern ASKED_FOR = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"");

    /** Keys that are put together from a name: the screens and parts, the states and codes of the server. */
    private static final Pattern FAMILY =
            Pattern.compile("(tab|fact|state|part|decision|requestLead|messages|problem)\\.\\w+");

    @ParameterizedTest
    @ValueSource(strings = {"es", "ca", "eu", "gl", "en"})
    void everyLanguageSaysTheSameThings(String language) throws IOException {
        Map<String, String> texts = texts(language);

        assertThat(texts.keySet()).isEqualTo(texts("es").keySet());
        for (Map.Entry<String, String> original : texts("es").entrySet()) {
            String text = texts.get(original.getKey());
            assertThat(text).as(original.getKey()).isNotBlank().doesNotContain("'", "<", "  ");
            assertThat(placeholders(text)).as(original.getKey()).isEqualTo(placeholders(original.getValue()));
        }
    }

    @Test
    void everyTextThatTheAppAsksForExistsAndNoneIsUnused() throws IOException {
        StringBuilder scripts = new StringBuilder();
        for (String file : AppFilesTest.files()
                .filter(name -> name.endsWith(".js") && !name.startsWith("vendor/"))
                .toList()) {
            scripts.append(Files.readString(WEB.resolve(file)));
        }
        Set<String> known = texts("es").keySet();
        Set<String> askedFor = ASKED_FOR
                .matcher(scripts)
                .results()
                .map(TextsTest::firstGroup)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(askedFor).isNotEmpty().isSubsetOf(known);
        assertThat(known).allSatisfy(key -> assertThat(FAMILY.matcher(key).matches()
                        || scripts.indexOf("\"" + key + "\"") >= 0
                        || scripts.indexOf("texts." + key) >= 0)
                .as(key)
                .isTrue());
    }

    private static Map<String, String> texts(String language) throws IOException {
        return new TreeMap<>(new ObjectMapper()
                .readerForMapOf(String.class)
                .<Map<String, String>>readValue(
                        WEB.resolve("texts/" + language + ".json").toFile()));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(TextsTest::firstGroup).collect(Collectors.toSet());
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1);
    }
}

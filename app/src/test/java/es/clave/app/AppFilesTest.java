package es.clave.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppFilesTest {

    private static final Path WEB = Path.of("src/main/web");
    private static final URI REALM = URI.create("https://clave.example/realms/clave");

    @Test
    void everyFileIsServedAndIsInTheListThatTheServiceWorkerKeeps() throws IOException {
        List<String> all = files().filter(file -> !file.contains("LICENSE")).toList();
        List<String> listed = new ObjectMapper()
                .readerForListOf(String.class)
                .readValue(WEB.resolve("files.json").toFile());

        assertThat(all)
                .allSatisfy(file -> assertThat(AppFiles.read(file)).as(file).isPresent());
        // Not the worker itself, which would keep itself alive, nor its list.
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(file -> !file.equals("service-worker.js") && !file.equals("files.json"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../AppFiles.class",
                "js/../../AppFiles.class",
                "js//main.js",
                "/index.html",
                "js",
                "vendor/qr/LICENSE",
                "none.js"
            })
    void nothingElseIsServed(String path) {
        assertThat(AppFiles.read(path)).isEmpty();
    }

    @Test
    void theConfigurationSaysWhereTheServerIsAndThePolicyLetsTheAppCallItOnly() throws IOException {
        assertThat(new ObjectMapper()
                        .readTree(AppFiles.config(REALM).content())
                        .get("api")
                        .asText())
                .isEqualTo("https://clave.example/realms/clave/app/v1");
        assertThat(AppFiles.contentSecurityPolicy(REALM))
                .contains("connect-src 'self' https://clave.example;")
                .doesNotContain("unsafe");
    }

    @Test
    void thePageHasNoInlineCodeAndNothingComesFromElsewhere() throws IOException {
        assertThat(Files.readString(WEB.resolve("index.html")))
                .doesNotContainPattern("<style|<script(?![^>]* src=)|\\sstyle=|\\son[a-z]+=|javascript:");
        for (String file : files().filter(name -> name.matches(".*\\.(html|css|js)") && !name.startsWith("vendor/"))
                .toList()) {
            assertThat(Files.readString(WEB.resolve(file), StandardCharsets.UTF_8))
                    .as(file)
                    .doesNotContainPattern("[\"'(]https?://")
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(");
        }
    }

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(WEB)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> WEB.relativize(file).toString().replace('\\', '/'))
                    .toList()
                    .stream();
        }
    }
}

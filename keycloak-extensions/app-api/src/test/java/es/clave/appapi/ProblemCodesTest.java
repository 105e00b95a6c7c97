package es.clave.appapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract lists what can go wrong, and nothing else. */
class ProblemCodesTest {

    private static final Pattern ROW = Pattern.compile("\\| (?<status>\\d{3}) \\| (?<codes>`[a-z_`, ]+`) \\|");

    @Test
    void theDocumentListsTheCodesThatThereAreWithTheirStatus() throws IOException {
        try (InputStream document = ProblemCode.class.getResourceAsStream("openapi.yaml")) {
            Set<String> listed = ROW.matcher(new String(document.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .flatMap(row -> Arrays.stream(row.group(2).split(", "))
                            .map(code -> row.group(1) + " " + code.replace("`", "")))
                    .collect(Collectors.toSet());
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.values())
                            .map(code -> code.status() + " " + code.label())
                            .toList());
        }
    }
}

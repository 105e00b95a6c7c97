package es.clave.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

    private static final Path ROOT = Path.of("/project");

    @Test
    void withoutOptionsThePortsAreTheUsualOnes() throws Exception {
        DemoOptions options = DemoOptions.parse(ROOT, List.of());

        assertThat(options.ports().all().keySet()).containsExactly(8080, 8443, 9000, 8181, 8182, 8183, 8184);
        assertThat(options.data()).isEqualTo(Path.of("/project/target/demo"));
    }

    @Test
    void anOffsetMovesEveryPortAndKeepsItsOwnState() throws Exception {
        DemoOptions options = DemoOptions.parse(ROOT, List.of("--port-offset", "100"));

        assertThat(options.ports().all().keySet()).containsExactly(8180, 8543, 9100, 8281, 8282, 8283, 8284);
        assertThat(options.data()).isEqualTo(Path.of("/project/target/demo-100"));
    }

    @Test
    void bothFormsOfAnOptionAreUnderstood() throws Exception {
        DemoOptions options = DemoOptions.parse(ROOT, List.of("--port-offset=1", "--data=/elsewhere"));

        assertThat(options.ports().http()).isEqualTo(8081);
        assertThat(options.data()).isEqualTo(Path.of("/elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ports",
                "--port-offset",
                "--data",
                "--port-offset=x",
                "--port-offset=-1",
                "--port-offset=60000"
            })
    void aMistakeIsSaidInOneSentence(String mistake) {
        assertThatThrownBy(() -> DemoOptions.parse(ROOT, List.of(mistake)))
                .isInstanceOf(Trouble.class)
                .message()
                .endsWith(".")
                .doesNotContain("\n");
    }
}

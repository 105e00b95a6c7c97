package es.clave.registry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoCitizensPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "demo-citizens.md");

    @Test
    void thePageInTheDocumentationIsWhatTheFileYields() throws IOException {
        String page = DemoCitizensPage.of(Population.load().people());
        if (Boolean.getBoolean("clave.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }
}

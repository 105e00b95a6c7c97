package es.clave.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final Ports USUAL = new Ports(0);

    @TempDir
    private Path folder;

    @Test
    void aSecretIsMadeOnceAndKept() throws Exception {
        String made;
        try (DataFolder data = DataFolder.open(folder, USUAL)) {
            made = data.secret("server");
            assertThat(data.secret("server")).isEqualTo(made);
            assertThat(data.secret("another")).isNotEqualTo(made);
        }
        try (DataFolder data = DataFolder.open(folder, USUAL)) {
            assertThat(data.secret("server")).isEqualTo(made);
        }
        assertThat(Base64.getDecoder().decode(made)).hasSize(32);
    }

    @Test
    void nobodyElseMayRead() throws Exception {
        try (DataFolder data = DataFolder.open(folder.resolve("new"), USUAL)) {
            assertThat(Files.getPosixFilePermissions(data.file("."))).hasSize(3);
        }
    }

    @Test
    void aFolderMadeWithAnotherOffsetIsRefusedInOneSentence() throws Exception {
        DataFolder.open(folder, new Ports(7)).close();

        assertThatThrownBy(() -> DataFolder.open(folder, USUAL))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--port-offset 7");
        // And can still be used as it was meant.
        DataFolder.open(folder, new Ports(7)).close();
    }

    @Test
    void aFolderInUseIsRefusedInOneSentence() throws Exception {
        try (DataFolder data = DataFolder.open(folder, USUAL)) {
            assertThat(data.file("x")).isNotNull();
            assertThatThrownBy(() -> DataFolder.open(folder, USUAL))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void aFolderThatCannotBeIsRefusedInOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file, USUAL))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("cannot be used");
    }
}

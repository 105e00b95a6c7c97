package es.clave.demo;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.taxagency.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aKeyIsMadeOnceAndKept() throws Exception {
        Path file = KeyFiles.forSigning(folder.resolve("key.p12"), "a password", "test");
        byte[] made = Files.readAllBytes(file);

        assertThat(SigningKey.in(file, "a password").certificateBase64()).startsWith("MII");
        assertThat(Files.readAllBytes(KeyFiles.forSigning(file, "a password", "test")))
                .isEqualTo(made);
    }
}

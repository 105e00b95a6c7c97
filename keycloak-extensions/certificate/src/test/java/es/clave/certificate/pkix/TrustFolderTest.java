package es.clave.certificate.pkix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustFolderTest {

    @TempDir
    private Path folder;

    private final World world = new World();

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void readsPemAndDerAndNothingElse() throws IOException, CertificateEncodingException {
        Files.writeString(folder.resolve("a.pem"), pem(world.authority.root()));
        Files.write(folder.resolve("b.cer"), world.authority.intermediate().getEncoded());
        Files.writeString(folder.resolve("README.md"), "not a certificate");

        TrustFolder trust = TrustFolder.read(folder);

        assertThat(trust.anchors()).hasSize(1);
        assertThat(trust.intermediates()).hasSize(1);
        World.accepted(world.check(World.SETTINGS, trust).check(world.citizen().chain()));
    }

    @Test
    void readsSeveralCertificatesOfOneFile() throws IOException, CertificateEncodingException {
        Files.writeString(folder.resolve("all.pem"), pem(world.authority.root()) + pem(world.authority.intermediate()));

        assertThat(TrustFolder.read(folder).intermediates()).hasSize(1);
    }

    @Test
    void aCitizensCertificateInTheFolderByMistakeMakesNobodyAnIssuer()
            throws IOException, CertificateEncodingException {
        Files.writeString(folder.resolve("c.crt"), pem(world.citizen().certificate()));

        assertThatThrownBy(() -> TrustFolder.read(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("c.crt");
    }

    @Test
    void aFileThatIsNoCertificateIsNamed() throws IOException {
        Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");

        assertThatThrownBy(() -> TrustFolder.read(folder)).hasMessageContaining("broken.pem");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> TrustFolder.read(folder.resolve("nowhere"))).hasMessageContaining("nowhere");
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}

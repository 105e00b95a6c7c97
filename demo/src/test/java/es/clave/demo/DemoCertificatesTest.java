package es.clave.demo;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.authority.Authority;
import es.clave.demo.authority.Credential;
import es.clave.demo.phone.CertificateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCertificatesTest {

    private static final Path PROJECT = Path.of("..");
    private static final String SERVICES = "http://127.0.0.1:9";

    @TempDir
    private Path folder;

    @Test
    void eachFileOpensWithThePasswordAndHoldsWhatTheIntermediateIssued() throws Exception {
        Authority authority = authority();

        for (CertificateFile file : certificates(authority)) {
            Credential credential = Credential.load(file.file(), DemoCertificates.PASSWORD);

            credential.certificate().verify(authority.intermediate().getPublicKey());
            assertThat(credential.certificate().getSubjectX500Principal().toString())
                    .as(file.name())
                    .contains(file.name().substring(0, 9));
        }
    }

    @Test
    void theSecondStartKeepsIssuerAndCertificates() throws IOException {
        Authority first = authority();
        byte[] before = Files.readAllBytes(certificates(first).get(0).file());

        Authority second = authority();
        byte[] after = Files.readAllBytes(certificates(second).get(0).file());

        assertThat(second.root()).isEqualTo(first.root());
        assertThat(after).isEqualTo(before);
    }

    @Test
    void theServerIsToldWhomToBelieve() throws IOException {
        DemoCertificates.trust(folder.resolve("trusted"), authority());

        try (var files = Files.list(folder.resolve("trusted"))) {
            assertThat(files).hasSize(2);
        }
    }

    private Authority authority() throws IOException {
        return Authority.in(folder, "secret", "Demo", SERVICES, Clock.systemUTC());
    }

    private List<CertificateFile> certificates(Authority authority) throws IOException {
        return DemoCertificates.in(folder.resolve("certificates"), PROJECT, authority, Clock.systemUTC())
                .files();
    }
}

package es.clave.relyingparty.clave2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RegisteredCertificatesTest {

    private static final TestKey FIRST = TestKey.rsa("first");
    private static final TestKey SECOND = TestKey.ec("second", 256);

    @Test
    void severalStandOneAfterTheOtherHoweverTheyAreWritten() throws Exception {
        for (String text : new String[] {
            FIRST.base64() + "##" + SECOND.base64(),
            FIRST.pem() + SECOND.pem(),
            "\n " + FIRST.pem().replace("\n", "\r\n") + "##" + SECOND.base64() + "\n"
        }) {
            assertThat(RegisteredCertificates.parse(text)).containsExactly(FIRST.certificate(), SECOND.certificate());
        }
    }

    @Test
    void nothingIsNone() throws Exception {
        assertThat(RegisteredCertificates.parse(" \n")).isEmpty();
    }

    @Test
    void whatIsNoCertificateIsAMistake() {
        for (String text : new String[] {"certificate", "AAAA", FIRST.base64() + "##%"}) {
            assertThatThrownBy(() -> RegisteredCertificates.parse(text)).isInstanceOf(CertificateException.class);
        }
    }

    @Test
    void aWeakKeyIsAMistake() {
        TestKey weak =
                TestKey.rsa("weak", 1024, Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));

        assertThatThrownBy(() -> RegisteredCertificates.parse(weak.base64()))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("2048");
    }
}

package es.clave.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void aPortThatIsTakenIsNamedWithWhatItIsForAndWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort() - 8181);

            assertThatThrownBy(() -> FreePorts.require(ports))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining(taken.getLocalPort() + " (the OIDC agency)")
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void aProgramThatListensOnEveryAddressIsSeenToo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Ports ports = new Ports(taken.getLocalPort() - 8183);

            assertThatThrownBy(() -> FreePorts.require(ports)).hasMessageContaining("(the phone)");
        }
    }

    @Test
    void portsThatAreFreeAreNoTrouble() {
        // Below the range from which systems give ports away; one of many, because other programs run here too.
        assertThat(IntStream.iterate(2_000, offset -> offset < 20_000, offset -> offset + 977))
                .anyMatch(offset -> isNoTrouble(new Ports(offset)));
    }

    private static boolean isNoTrouble(Ports ports) {
        try {
            FreePorts.require(ports);
            return true;
        } catch (Trouble taken) {
            return false;
        }
    }
}

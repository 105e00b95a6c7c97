package es.clave.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.keycloak.common.ClientConnection;

class SourceAddressTest {

    @Test
    void everyIpv4AddressIsASource() {
        assertThat(source("192.0.2.1")).isNotEqualTo(source("192.0.2.2")).isEqualTo(source("192.0.2.1"));
    }

    @Test
    void theAddressesOfOneIpv6SubscriberAreOneSource() {
        assertThat(source("2001:db8:0:1::1")).isEqualTo(source("2001:db8:0:1:ffff::2"));
        assertThat(source("2001:db8:0:1::1")).isNotEqualTo(source("2001:db8:0:2::1"));
    }

    @Test
    void anIpv4AddressWrittenAsIpv6IsTheSameSourceWhereverItComesFrom() {
        assertThat(source("::ffff:192.0.2.1")).isNotEqualTo(source("::ffff:192.0.2.2"));
    }

    private static String source(String address) {
        return SourceAddress.of((ClientConnection) Proxy.newProxyInstance(
                SourceAddressTest.class.getClassLoader(),
                new Class<?>[] {ClientConnection.class},
                (proxy, method, arguments) -> "getRemoteAddr".equals(method.getName()) ? address : null));
    }
}

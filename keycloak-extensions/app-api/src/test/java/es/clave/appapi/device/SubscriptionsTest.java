package es.clave.appapi.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import es.clave.appapi.Body;
import es.clave.registry.PushSubscription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where apps may be reached: Cl@ve calls that address itself. */
class SubscriptionsTest {

    private static final List<String> HOSTS = List.of("fcm.example", "*.push.example", "localhost:8199");
    private static final String KEY = "B".repeat(87);
    private static final String SECRET = "s".repeat(22);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.example/send/1",
                "https://FCM.example:443/send/1",
                "https://a.push.example/x",
                "https://a.b.push.example/x",
                "http://localhost:8199/x"
            })
    void knownPushServicesAreTaken(String endpoint) {
        assertThat(read(endpoint)).isEqualTo(new PushSubscription(endpoint, KEY, SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.example/send/1",
                "https://fcm.example:8443/send/1",
                "https://push.example/x",
                "https://evilpush.example/x",
                "https://fcm.example.evil.example/x",
                "https://evil.example/fcm.example",
                "https://fcm.example@evil.example/x",
                "https://user@fcm.example/x",
                "https://127.0.0.1/x",
                "http://169.254.169.254/latest/meta-data",
                "https://[::1]/x",
                "http://localhost:9000/metrics",
                "file:///etc/passwd",
                "fcm.example",
                "not an address",
                ""
            })
    void nothingElseIsEverCalled(String endpoint) {
        assertThatThrownBy(() -> read(endpoint)).hasMessage("push_refused");
    }

    @Test
    void keysOfAnotherLengthAreNone() {
        assertThatThrownBy(() -> Subscriptions.read(
                        Body.of("{\"endpoint\":\"https://fcm.example/1\",\"keys\":{\"p256dh\":\"x\",\"auth\":\"y\"}}"),
                        HOSTS))
                .hasMessage("malformed");
        assertThatThrownBy(() -> Subscriptions.read(Body.of("{\"endpoint\":\"https://fcm.example/1\"}"), HOSTS))
                .hasMessage("malformed");
    }

    private static PushSubscription read(String endpoint) {
        return Subscriptions.read(
                Body.of("{\"endpoint\":\"" + endpoint + "\",\"keys\":{\"p256dh\":\"" + KEY + "\",\"auth\":\"" + SECRET
                        + "\"}}"),
                HOSTS);
    }
}

package es.clave.messaging.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import com.interaso.webpush.VapidKeys;
import es.clave.identity.MobileNumber;
import es.clave.messaging.Attempt;
import es.clave.messaging.Push;
import es.clave.messaging.PushGone;
import es.clave.messaging.SendResult;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reaches the app by a push service that decrypts. */
class WebPushSenderTest {

    private static final Attempt ATTEMPT = new Attempt("realm", "message", 1);
    private static final VapidKeys KEYS = VapidKeys.generate();

    private final Clock clock = Clock.fixed(
            Instant.now().truncatedTo(ChronoUnit.SECONDS), Clock.systemUTC().getZone());
    private final List<PushGone> gone = new ArrayList<>();
    private CloseableHttpClient client;
    private PushService service;

    @BeforeEach
    void open() throws Exception {
        client = HttpClients.createDefault();
        service = new PushService();
    }

    @AfterEach
    void close() throws Exception {
        service.close();
        client.close();
    }

    @Test
    void theAppReadsWhatWasSentAndTheServiceKnowsWhoCallsAndForHowLong() throws Exception {
        String text = "{\"type\":\"request\",\"agencyName\":\"Agència Tributària ñ\"}";
        assertThat(send(push(Optional.of(service.subscription()), text))).isEqualTo(new SendResult.Accepted(""));
        assertThat(service.received()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo(text);
            assertThat(message.lifetimeSeconds()).isEqualTo(300);
            assertThat(message.urgency()).isEqualTo("high");
            assertThat(message.caller().getAudience()).containsExactly(service.address());
            assertThat(message.caller().getSubject()).isEqualTo("mailto:clave@example.com");
        });
    }

    @Test
    void theLongestMessageGetsThrough() {
        assertThat(send(push(Optional.of(service.subscription()), "x".repeat(Push.LONGEST))))
                .isEqualTo(new SendResult.Accepted(""));
        assertThat(service.received().get(0).text()).hasSize(Push.LONGEST);
    }

    @Test
    void appsSubscribeWithTheKeyThatSigns() {
        assertThat(sender().applicationServerKey())
                .contains(Base64.getUrlEncoder().withoutPadding().encodeToString(KEYS.getApplicationServerKey()));
    }

    @Test
    void aDeviceThatTheServiceKnowsNoMoreIsTold() {
        service.refuse(410);
        assertThat(send(push(Optional.of(service.subscription()), "x"))).isEqualTo(new SendResult.Unreachable("gone"));
        assertThat(gone).containsExactly(new PushGone("realm", "device"));
    }

    @Test
    void aServiceThatIsBusyOrSilentIsTriedAgain() {
        service.refuse(429);
        assertThat(send(push(Optional.of(service.subscription()), "x"))).isEqualTo(new SendResult.Retry("HTTP 429"));
        service.refuse(503);
        assertThat(send(push(Optional.of(service.subscription()), "x"))).isEqualTo(new SendResult.Retry("HTTP 503"));
        service.close();
        assertThat(send(push(Optional.of(service.subscription()), "x"))).isInstanceOf(SendResult.Retry.class);
        assertThat(gone).isEmpty();
    }

    @Test
    void whatCanNeverWorkIsGivenUp() {
        service.refuse(403);
        Push.Target target = service.subscription();
        assertThat(send(push(Optional.of(target), "x"))).isEqualTo(new SendResult.Unreachable("HTTP 403"));
        assertThat(send(push(Optional.empty(), "x"))).isEqualTo(new SendResult.Unreachable("no subscription"));
        Push.Target offTheCurve = new Push.Target(target.endpoint(), "B" + "A".repeat(86), target.secret());
        assertThat(send(push(Optional.of(offTheCurve), "x"))).isInstanceOf(SendResult.Unreachable.class);
    }

    private SendResult send(Push push) {
        return sender().send(push, ATTEMPT);
    }

    private WebPushSender sender() {
        WebPushSettings settings = new WebPushSettings(
                KEYS, URI.create("mailto:clave@example.com"), Duration.ofSeconds(5), Duration.ofSeconds(5));
        return new WebPushSender(settings, client, gone::add, clock);
    }

    private Push push(Optional<Push.Target> target, String text) {
        return new Push(
                "device",
                MobileNumber.of("+34600000001"),
                target,
                text,
                clock.instant().plusSeconds(300));
    }
}

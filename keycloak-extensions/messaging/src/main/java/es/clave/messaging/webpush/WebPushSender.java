package es.clave.messaging.webpush;

import com.interaso.webpush.WebPush;
import es.clave.messaging.Attempt;
import es.clave.messaging.Push;
import es.clave.messaging.PushGone;
import es.clave.messaging.PushSender;
import es.clave.messaging.SendResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * Encrypts a message for the app (RFC 8291), signs the call (RFC 8292) and hands it to the push service. The service learns
 * that a device gets something, not what.
 */
final class WebPushSender implements PushSender {

    private final WebPushSettings settings;
    private final CloseableHttpClient client;
    private final Consumer<PushGone> gone;
    private final Clock clock;
    private final WebPush webPush;

    /** @param gone is told of devices that the service knows no more */
    WebPushSender(WebPushSettings settings, CloseableHttpClient client, Consumer<PushGone> gone, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.gone = gone;
        this.clock = clock;
        this.webPush = new WebPush(settings.contact().toString(), settings.keys());
    }

    @Override
    public Optional<String> applicationServerKey() {
        return Optional.of(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(settings.keys().getApplicationServerKey()));
    }

    @Override
    public SendResult send(Push push, Attempt attempt) {
        return push.target()
                .map(target -> send(push, target, attempt))
                .orElseGet(() -> new SendResult.Unreachable("no subscription"));
    }

    private SendResult send(Push push, Push.Target target, Attempt attempt) {
        byte[] body;
        Map<String, String> headers;
        try {
            body = webPush.getBody(
                    push.payload().getBytes(StandardCharsets.UTF_8), decoded(target.key()), decoded(target.secret()));
            headers = webPush.getHeaders(target.endpoint(), lifetimeSeconds(push), null, WebPush.Urgency.High);
        } catch (Exception unusable) {
            // A point that is not on the curve, an address that is none. Kotlin does not declare what it throws.
            return new SendResult.Unreachable(
                    "subscription: " + unusable.getClass().getSimpleName());
        }
        HttpPost post = new HttpPost(target.endpoint());
        post.setConfig(timeouts());
        headers.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body));
        try (CloseableHttpResponse answer = client.execute(post)) {
            return result(answer.getStatusLine().getStatusCode(), push, attempt);
        } catch (IOException silence) {
            return new SendResult.Retry("push: " + silence.getClass().getSimpleName());
        }
    }

    private SendResult result(int status, Push push, Attempt attempt) {
        if (status >= 200 && status < 300) {
            return new SendResult.Accepted("");
        }
        if (status == 404 || status == 410) {
            gone.accept(new PushGone(attempt.realmId(), push.deviceId()));
            return new SendResult.Unreachable("gone");
        }
        return status == 429 || status >= 500
                ? new SendResult.Retry("HTTP " + status)
                : new SendResult.Unreachable("HTTP " + status);
    }

    /** The service throws it away afterwards. */
    private int lifetimeSeconds(Push push) {
        return Math.toIntExact(Math.max(
                0, Duration.between(clock.instant(), push.usefulUntil()).toSeconds()));
    }

    private RequestConfig timeouts() {
        int connect = Math.toIntExact(settings.connectTimeout().toMillis());
        return RequestConfig.custom()
                .setConnectionRequestTimeout(connect)
                .setConnectTimeout(connect)
                .setSocketTimeout(Math.toIntExact(settings.responseTimeout().toMillis()))
                .setRedirectsEnabled(false)
                .build();
    }

    private static byte[] decoded(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    @Override
    public void close() {}
}

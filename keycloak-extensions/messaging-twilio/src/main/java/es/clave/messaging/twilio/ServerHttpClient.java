package es.clave.messaging.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.hc.core5.http.Header;
import org.apache.http.NameValuePair;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicNameValuePair;

/**
 * Twilio's SDK over the server's own HTTP client, whose proxy, trust store and connections it shares. The SDK's client
 * would send a message up to three times when Twilio answers 5xx, and ignores time-outs: here one call is one request. For
 * one message each.
 */
final class ServerHttpClient extends HttpClient {

    /** An answer about one message is about a kilobyte. */
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    private static final Header[] NO_HEADERS = {};

    private final CloseableHttpClient client;
    private final RequestConfig timeouts;
    private final URI baseUrl;
    private OptionalInt lastStatus = OptionalInt.empty();

    ServerHttpClient(CloseableHttpClient client, TwilioSettings settings) {
        this.client = client;
        this.baseUrl = settings.baseUrl();
        int connect = Math.toIntExact(settings.connectTimeout().toMillis());
        this.timeouts = RequestConfig.custom()
                .setConnectionRequestTimeout(connect)
                .setConnectTimeout(connect)
                .setSocketTimeout(Math.toIntExact(settings.responseTimeout().toMillis()))
                .setRedirectsEnabled(false)
                .build();
    }

    /** The HTTP status of the answer; empty if there was none. */
    OptionalInt lastStatus() {
        return lastStatus;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        HttpPost post = new HttpPost(address(request));
        post.setConfig(timeouts);
        post.setHeader("Authorization", request.getAuthString());
        post.setHeader("Accept", "application/json");
        post.setEntity(new UrlEncodedFormEntity(form(request), StandardCharsets.UTF_8));
        try (CloseableHttpResponse answer = client.execute(post)) {
            int status = answer.getStatusLine().getStatusCode();
            lastStatus = OptionalInt.of(status);
            // The SDK's debug log fails without headers, and must not show those of an answer.
            return new Response(body(answer), status, NO_HEADERS);
        } catch (IOException silence) {
            throw new ApiConnectionException("no answer", silence);
        }
    }

    private String address(Request request) {
        String path = request.constructURL().getPath();
        String base = baseUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    private static List<NameValuePair> form(Request request) {
        List<NameValuePair> form = new ArrayList<>();
        request.getPostParams()
                .forEach((name, values) -> values.forEach(value -> form.add(new BasicNameValuePair(name, value))));
        return form;
    }

    private static InputStream body(CloseableHttpResponse answer) throws IOException {
        if (answer.getEntity() == null) {
            return InputStream.nullInputStream();
        }
        try (InputStream content = answer.getEntity().getContent()) {
            return new ByteArrayInputStream(content.readNBytes(MAX_ANSWER_BYTES));
        }
    }
}

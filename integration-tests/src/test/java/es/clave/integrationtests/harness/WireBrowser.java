package es.clave.integrationtests.harness;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A browser without a face: for what no browser does, such as sending one form to two nodes at once. Its cookies go to
 * every node, as they would behind one host name; it follows no redirect.
 */
public final class WireBrowser {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String address = Visitors.newAddress();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** What came back. */
    public record Answer(int status, Optional<String> location, Document page) {

        /** Where the page's form goes. */
        public URI formAction() {
            return URI.create(page.select("main form").first().absUrl("action"));
        }
    }

    /** Asks for a page. */
    public Answer get(URI uri) {
        return remember(uri, send(HttpRequest.newBuilder(uri).GET()).join());
    }

    /** Sends a form. */
    public Answer post(URI uri, Map<String, String> fields) {
        return remember(uri, postLater(uri, fields).join());
    }

    /** Sends a form and does not wait. */
    public CompletableFuture<Answer> postAtOnce(URI uri, Map<String, String> fields) {
        return postLater(uri, fields).thenApply(response -> answer(uri, response));
    }

    private CompletableFuture<HttpResponse<String>> postLater(URI uri, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Listens to events as they are sent; what each brings comes into the queue. */
    @SuppressWarnings("FutureReturnValueIgnored") // what never comes is missed by who waits for it
    public BlockingQueue<String> listen(URI uri) {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        HTTP.sendAsync(headed(HttpRequest.newBuilder(uri), "text/event-stream").build(), BodyHandlers.ofLines())
                .thenAccept(response -> response.body()
                        .filter(line -> line.startsWith("data:"))
                        .forEach(line -> events.add(line.substring(5).strip())));
        return events;
    }

    /** The status of the answer to a request for events. */
    public int statusOf(URI uri) {
        return HTTP.sendAsync(headed(HttpRequest.newBuilder(uri), "*/*").build(), BodyHandlers.ofInputStream())
                .join()
                .statusCode();
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(headed(request, "text/html").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder headed(HttpRequest.Builder request, String accepted) {
        request.header("Accept", accepted).header("X-Forwarded-For", address);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer remember(URI uri, HttpResponse<String> response) {
        response.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return answer(uri, response);
    }

    private static Answer answer(URI uri, HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Location"),
                Jsoup.parse(response.body(), uri.toString()));
    }
}

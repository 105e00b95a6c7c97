package es.clave.benchmark;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without a face, from an address of its own. */
final class Visitor {

    /** What came back, and how long it took. */
    record Answer(int status, Document page, long nanoseconds) {}

    private final HttpClient http;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    Answer get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET(), uri);
    }

    /** Sends the page's form with these fields. */
    Answer submit(Answer answer, Map<String, String> fields) throws IOException, InterruptedException {
        URI action = URI.create(Optional.ofNullable(answer.page().selectFirst("main form"))
                .orElseThrow(() -> new IOException("no form in a page of status " + answer.status()))
                .absUrl("action"));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                action);
    }

    /** A request of this browser for something that is no page. */
    HttpRequest request(URI uri, String accepted) {
        return headed(HttpRequest.newBuilder(uri).GET(), accepted).build();
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

    private Answer send(HttpRequest.Builder request, URI uri) throws IOException, InterruptedException {
        HttpRequest ready = headed(request, "text/html").build();
        long began = System.nanoTime();
        HttpResponse<String> response = http.send(ready, HttpResponse.BodyHandlers.ofString());
        long took = System.nanoTime() - began;
        response.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return new Answer(response.statusCode(), Jsoup.parse(response.body(), uri.toString()), took);
    }
}

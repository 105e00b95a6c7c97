package es.clave.demo.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a browser as these tests need: cookies, forms, and redirects that it follows only when told. */
public final class Browser {

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI site;

    public Browser(URI site) {
        this.site = site;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    /** Sends a form of the site itself. */
    public HttpResponse<String> submit(String path, String... namesAndValues) throws IOException, InterruptedException {
        return post(path, Optional.of(site.toString()), namesAndValues);
    }

    /** Sends a form that stands on another site's page. */
    public HttpResponse<String> postFromElsewhere(String path, String... namesAndValues)
            throws IOException, InterruptedException {
        return post(path, Optional.of("https://elsewhere.example"), namesAndValues);
    }

    private HttpResponse<String> post(String path, Optional<String> origin, String... namesAndValues)
            throws IOException, InterruptedException {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
        origin.ifPresent(value -> request.header("Origin", value));
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create(site + path);
    }

    /** The value of a hidden field of a page. */
    public static String hidden(HttpResponse<String> page, String name) {
        return first(page.body(), "name=\"" + name + "\" value=\"([^\"]*)\"")
                .orElseThrow(() -> new AssertionError("no field " + name + " in " + page.body()));
    }

    /** The text of the element with that id, if the page has one. */
    public static Optional<String> text(HttpResponse<String> page, String id) {
        return first(page.body(), "id=\"" + id + "\"[^>]*>(?:<code>)?([^<]*)<");
    }

    private static Optional<String> first(String body, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}

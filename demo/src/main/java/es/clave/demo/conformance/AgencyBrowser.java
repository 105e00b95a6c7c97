package es.clave.demo.conformance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** As much of a browser as a login needs: cookies, redirects, and forms that go to the identity provider by themselves. */
final class AgencyBrowser {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_STEPS = 10;

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(PATIENCE)
            .build();

    /** A page, and where it is. */
    record Page(int status, URI address, String body) {}

    /** What the agency wants of the identity provider: the parameters that came with the browser. */
    record Request(Map<String, String> parameters) {

        String get(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    /** Begins a login and stops at the identity provider's door; empty where the way does not lead there. */
    Optional<Request> begin(Candidate candidate, URI door) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                candidate.form().isEmpty() ? get(candidate.start()) : send(candidate.start(), candidate.form());
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<URI> next = redirect(answer);
            if (next.isPresent() && leadsTo(next.get(), door)) {
                return Optional.of(new Request(parameters(next.get().getRawQuery())));
            }
            if (next.isEmpty()) {
                return form(answer, door);
            }
            answer = get(next.get());
        }
        return Optional.empty();
    }

    /** Opens a page and goes where it leads. */
    Page open(URI address) throws IOException, InterruptedException {
        return follow(get(address));
    }

    /** Sends a form and goes where that leads. */
    Page post(URI address, Map<String, String> fields) throws IOException, InterruptedException {
        return follow(send(address, fields));
    }

    private Page follow(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> answer = first;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<URI> next = redirect(answer);
            if (next.isEmpty()) {
                break;
            }
            answer = get(next.get());
        }
        return new Page(answer.statusCode(), answer.uri(), answer.body());
    }

    private static Optional<Request> form(HttpResponse<String> page, URI door) {
        for (Element form : Jsoup.parse(page.body(), page.uri().toString()).select("form[action]")) {
            if (leadsTo(URI.create(form.absUrl("action")), door)) {
                Map<String, String> fields = new LinkedHashMap<>();
                form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.val()));
                return Optional.of(new Request(fields));
            }
        }
        return Optional.empty();
    }

    private static boolean leadsTo(URI address, URI door) {
        return door.getRawAuthority().equals(address.getRawAuthority())
                && door.getRawPath().equals(address.getRawPath());
    }

    private static Optional<URI> redirect(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 3
                ? answer.headers().firstValue("Location").map(answer.uri()::resolve)
                : Optional.empty();
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(request(address).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(URI address, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return http.send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Agencies send programs that want no page away, and do not begin a login for them. */
    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : Optional.ofNullable(query).orElse("").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

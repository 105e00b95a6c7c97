package es.clave.integrationtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody with a program in place of a browser, who sends what no browser would, or to another node. Where there is a
 * choice among the ways to log in, takes Cl@ve PIN.
 */
public final class HttpVisitor {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final int MOST_REDIRECTS = 10;

    private final String address;
    private final Map<String, String> cookies;
    private final Optional<String> publicHost;

    /** Somebody new, at an internet address of their own. */
    public HttpVisitor() {
        this(Visitors.newAddress(), new ConcurrentHashMap<>(), Optional.empty());
    }

    private HttpVisitor(String address, Map<String, String> cookies, Optional<String> publicHost) {
        this.address = address;
        this.cookies = cookies;
        this.publicHost = publicHost;
    }

    /** Somebody who is sent by a proxy that has the address of this node, to whichever node it chooses. */
    public static HttpVisitor throughProxyAt(Node node) {
        return new HttpVisitor(
                Visitors.newAddress(),
                new ConcurrentHashMap<>(),
                Optional.of(node.baseUrl().getRawAuthority()));
    }

    /** Somebody who has these cookies, from a browser. */
    public static HttpVisitor withCookies(Map<String, String> cookies) {
        return new HttpVisitor(Visitors.newAddress(), new ConcurrentHashMap<>(cookies), Optional.empty());
    }

    /** The same browser as far as servers can tell, from here on apart: for sending two things at once. */
    public HttpVisitor copy() {
        return new HttpVisitor(address, new ConcurrentHashMap<>(cookies), publicHost);
    }

    /** The same at the same address with no cookies. */
    public HttpVisitor withoutCookies() {
        return new HttpVisitor(address, new ConcurrentHashMap<>(), publicHost);
    }

    /** What came back. */
    public record Answer(int status, URI address, String body, Optional<URI> redirect) {

        /** The page. */
        public Document page() {
            return Jsoup.parse(body, address.toString());
        }

        /** Where the page's form goes. */
        public URI action() {
            Element form = page().selectFirst("main form[method=post]");
            if (form == null) {
                throw new AssertionError("HTTP " + status + " without a form: " + page().text());
            }
            return URI.create(form.absUrl("action"));
        }

        /** What the page says at its top. */
        public String alert() {
            return page().select("main [role=alert]").text();
        }

        /** Whether this is the page with that field. */
        public boolean has(String field) {
            return page().getElementById(field) != null;
        }

        /** The same form, at another node. */
        public URI actionAt(Node node) {
            URI action = action();
            return URI.create(node.baseUrl() + action.getRawPath() + "?" + action.getRawQuery());
        }
    }

    /** What is there for programs, such as metadata. */
    public static String document(URI address) {
        return send(HttpRequest.newBuilder(address).build()).body();
    }

    /** Opens a page, and goes where it leads within that server. */
    public Answer get(URI page) {
        return follow(exchange(HttpRequest.newBuilder(page).GET(), page));
    }

    /** Sends a form, and goes where that leads within that server. */
    public Answer post(URI action, Map<String, String> fields) {
        return follow(postOnly(action, fields));
    }

    /** Sends a form. */
    public Answer postOnly(URI action, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return postBody(action, "application/x-www-form-urlencoded", body);
    }

    /** Sends anything. */
    public Answer postBody(URI action, String type, String body) {
        return exchange(
                HttpRequest.newBuilder(action)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)),
                action);
    }

    private Answer follow(Answer first) {
        Answer answer = first;
        for (int steps = 0; staysWithin(first, answer); steps++) {
            if (steps == MOST_REDIRECTS) {
                throw new AssertionError("Redirected in circles: " + answer.redirect());
            }
            URI next = answer.redirect().orElseThrow();
            answer = exchange(HttpRequest.newBuilder(next).GET(), next);
        }
        return answer.page().selectFirst("#clave-ways button[name=way][value=pin]") == null
                ? answer
                : postOnly(answer.action(), fields("way", "pin"));
    }

    private static boolean staysWithin(Answer first, Answer answer) {
        return answer.redirect()
                .filter(next -> next.getRawAuthority().equals(first.address().getRawAuthority()))
                .isPresent();
    }

    private Answer exchange(HttpRequest.Builder request, URI page) {
        request.header("Accept", "text/html,application/xhtml+xml")
                .header("X-Forwarded-For", address)
                .timeout(Duration.ofSeconds(60));
        publicHost.ifPresent(host -> request.header("X-Forwarded-Host", host));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = send(request.build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return new Answer(
                response.statusCode(),
                page,
                response.body(),
                response.headers().firstValue("Location").map(page::resolve));
    }

    /** Cookies of one host and of paths that all requests here have in common. */
    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        String value = pair.substring(equals + 1);
        if (value.isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Fields in this order: name, value, name, value. */
    public static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}

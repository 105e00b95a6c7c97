package es.clave.demo.web;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a browser sent. */
public final class Request {

    private final HttpExchange exchange;
    private final Map<String, List<String>> query;
    private final Map<String, List<String>> form;

    Request(HttpExchange exchange, String body) {
        this.exchange = exchange;
        this.query = parameters(exchange.getRequestURI().getRawQuery());
        this.form = parameters(body);
    }

    /** GET or POST. */
    public String method() {
        return exchange.getRequestMethod();
    }

    /** Path and query as sent. */
    public URI uri() {
        return exchange.getRequestURI();
    }

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        return first(query, name);
    }

    /** The first value of a form field. */
    public Optional<String> field(String name) {
        return first(form, name);
    }

    /** All values of a form field, such as those of the boxes that were ticked. */
    public List<String> fields(String name) {
        return form.getOrDefault(name, List.of());
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        return header("Cookie").flatMap(cookies -> {
            for (String cookie : cookies.split(";", -1)) {
                String[] pair = cookie.trim().split("=", 2);
                if (pair.length == 2 && pair[0].equals(name)) {
                    return Optional.of(pair[1]);
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** @throws IllegalArgumentException if the encoding is broken */
    private static Map<String, List<String>> parameters(String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
            parameters.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
        }
        return parameters;
    }
}

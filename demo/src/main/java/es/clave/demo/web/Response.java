package es.clave.demo.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a browser gets. */
public final class Response {

    /** Writes a body whose end is not known beforehand; the browser leaving shows as an {@link IOException}. */
    @FunctionalInterface
    public interface Stream {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    private final int status;
    private final byte[] body;
    private final Optional<Stream> stream;
    private final List<Map.Entry<String, String>> headers;

    private Response(int status, byte[] body, Optional<Stream> stream, List<Map.Entry<String, String>> headers) {
        this.status = status;
        this.body = body;
        this.stream = stream;
        this.headers = List.copyOf(headers);
    }

    /** A page. */
    public static Response page(int status, Html html) {
        return of(status, "text/html; charset=utf-8", html.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A body of any kind. */
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, body, Optional.empty(), List.of(Map.entry("Content-Type", contentType)));
    }

    /** No body. */
    public static Response empty(int status) {
        return new Response(status, new byte[0], Optional.empty(), List.of());
    }

    /** Go there with a GET (303, RFC 9110). */
    public static Response redirect(URI to) {
        return empty(303).with("Location", to.toString());
    }

    /** Go to a path of the same application. */
    public static Response redirect(String path) {
        return redirect(URI.create(path));
    }

    /** A body that goes on until the writer returns or the browser leaves. */
    public static Response stream(String contentType, Stream stream) {
        return new Response(200, new byte[0], Optional.of(stream), List.of(Map.entry("Content-Type", contentType)));
    }

    /** The same with one more header. */
    public Response with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Response(status, body, stream, more);
    }

    /**
     * The same with a cookie that lasts as long as the browser. Lax is enough: Cl@ve and the agencies are the same site
     * in the demo. An agency under a domain of its own that takes SAML by POST needs {@code SameSite=None; Secure}.
     */
    public Response withCookie(String name, String value) {
        return with("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax");
    }

    /** The same without that cookie from now on. */
    public Response withoutCookie(String name) {
        return with("Set-Cookie", name + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    Optional<Stream> stream() {
        return stream;
    }

    List<Map.Entry<String, String>> headers() {
        return headers;
    }
}

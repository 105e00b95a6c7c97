package es.clave.demo.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One web application on one port of this machine: routes, limits, and the headers that keep a page from being framed,
 * scripted or posted to from elsewhere.
 */
public final class WebServer implements AutoCloseable {

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        Response answer(Request request) throws IOException, InterruptedException;
    }

    /** The page for a request that leads nowhere, in the application's own look. */
    @FunctionalInterface
    public interface ProblemPage {
        Response of(int status, Request request);
    }

    private record Route(Handler handler, boolean fromElsewhere) {}

    private static final Logger LOG = System.getLogger(WebServer.class.getName());
    private static final int LARGEST_BODY_BYTES = 256 * 1024;

    private final String name;
    private final HttpServer server;
    private final ExecutorService threads;
    private final URI baseUrl;
    private final ProblemPage problemPage;
    private final Map<String, Route> routes = new HashMap<>();
    private final Map<String, Route> folders = new HashMap<>();
    private final Set<URI> formTargets = new HashSet<>();

    private WebServer(String name, HttpServer server, ProblemPage problemPage) {
        this.name = name;
        this.server = server;
        this.problemPage = problemPage;
        this.baseUrl = URI.create("http://localhost:" + server.getAddress().getPort());
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /**
     * Takes the port (0: any free one) on the loopback interface; {@link #start} lets requests in.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static WebServer open(String name, int port, ProblemPage problemPage) {
        // Without it every small answer on a kept-alive connection waits 40 ms for the peer's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
            return new WebServer(name, server, problemPage);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port, e);
        }
    }

    /** Where browsers find it, without a slash at the end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** Other origins that forms of this application lead to, directly or through a redirect. */
    public WebServer formsLeadTo(URI origin) {
        formTargets.add(origin);
        return this;
    }

    /** Answers GET and HEAD of every path that begins so, where no route of its own is known. */
    public WebServer folder(String path, Handler handler) {
        folders.put(path, new Route(handler, false));
        return this;
    }

    /** Answers GET and HEAD of a path. */
    public WebServer get(String path, Handler handler) {
        routes.put("GET " + path, new Route(handler, false));
        return this;
    }

    /** Answers POST of a form that stands on a page of this application; from any other page it is refused. */
    public WebServer post(String path, Handler handler) {
        routes.put("POST " + path, new Route(handler, false));
        return this;
    }

    /** Answers POST from anywhere; the handler must itself find out whether to believe it. */
    public WebServer postFromElsewhere(String path, Handler handler) {
        routes.put("POST " + path, new Route(handler, true));
        return this;
    }

    /** Serves a file that lies beside the class. */
    public WebServer resource(String path, Class<?> beside, String file, String contentType) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(file + " is not beside " + beside.getName());
            }
            byte[] bytes = in.readAllBytes();
            return get(path, request -> Response.of(200, contentType, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets requests in. */
    public WebServer start() {
        server.start();
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        Optional<String> body = body(exchange);
        Request request;
        try {
            request = new Request(exchange, body.orElse(""));
        } catch (IllegalArgumentException brokenEncoding) {
            return problemPage.of(400, new Request(exchange, ""));
        }
        if (body.isEmpty()) {
            return problemPage.of(413, request);
        }
        if (!isForThisHost(request)) {
            return problemPage.of(421, request);
        }
        String path = exchange.getRequestURI().getPath();
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Route route = route(method, path);
        if (route == null) {
            boolean known = routes.containsKey("GET " + path) || routes.containsKey("POST " + path);
            return problemPage.of(known ? 405 : 404, request);
        }
        if (method.equals("POST") && !route.fromElsewhere() && !isFromOwnPage(request)) {
            return problemPage.of(403, request);
        }
        try {
            return route.handler().answer(request);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return problemPage.of(503, request);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, name + ": " + method + " " + path + " failed", e);
            return problemPage.of(500, request);
        }
    }

    private Route route(String method, String path) {
        Route exact = routes.get(method + " " + path);
        return exact != null || !method.equals("GET")
                ? exact
                : folders.entrySet().stream()
                        .filter(folder -> path.startsWith(folder.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static Optional<String> body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY_BYTES + 1);
        return body.length > LARGEST_BODY_BYTES
                ? Optional.empty()
                : Optional.of(new String(body, StandardCharsets.UTF_8));
    }

    /** A name that somebody else's DNS points here must not open what only this machine may read. */
    private boolean isForThisHost(Request request) {
        return request.header("Host")
                .filter(host ->
                        host.equals("localhost:" + baseUrl.getPort()) || host.equals("127.0.0.1:" + baseUrl.getPort()))
                .isPresent();
    }

    /** Browsers always send Origin with a POST; a program without it has no citizen's cookies to misuse. */
    private boolean isFromOwnPage(Request request) {
        return request.header("Origin")
                .map(origin ->
                        origin.equals(baseUrl.toString()) || origin.equals("http://127.0.0.1:" + baseUrl.getPort()))
                .orElse(true);
    }

    private void send(HttpExchange exchange, Response response) throws IOException, InterruptedException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", contentSecurityPolicy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        response.headers().forEach(header -> {
            // An answer may have a policy of its own; of cookies there may be several.
            if (header.getKey().equals("Set-Cookie")) {
                headers.add(header.getKey(), header.getValue());
            } else {
                headers.set(header.getKey(), header.getValue());
            }
        });
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (response.stream().isPresent() && !head) {
            exchange.sendResponseHeaders(response.status(), 0);
            try (OutputStream out = exchange.getResponseBody()) {
                response.stream().get().writeTo(out);
            }
            return;
        }
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.status(), head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private String contentSecurityPolicy() {
        StringBuilder formAction = new StringBuilder("form-action 'self'");
        formTargets.forEach(origin -> formAction.append(' ').append(origin));
        if (!formTargets.isEmpty()) {
            // Chromium holds redirects to it too, and a logout ends at whichever agency of the demo began it.
            formAction.append(" http://localhost:*");
        }
        return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'; " + formAction;
    }
}

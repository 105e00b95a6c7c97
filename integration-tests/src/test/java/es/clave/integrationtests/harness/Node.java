package es.clave.integrationtests.harness;

import es.clave.demo.server.ClaveServer;
import es.clave.demo.server.ServerDied;
import es.clave.demo.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** One node of Cl@ve under test. */
public final class Node implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final ClaveServer server;
    private final Place place;

    private Node(ClaveServer server, Place place) {
        this.server = server;
        this.place = place;
    }

    /** Where a node is going to be: addresses that others must know before it starts. */
    record Place(int httpPort, int httpsPort, int managementPort) {

        static Place free() {
            return new Place(freePort(), freePort(), freePort());
        }

        URI baseUrl() {
            return URI.create("http://localhost:" + httpPort);
        }

        /** Where it answers by TLS, if it has a key for that. */
        URI tlsUrl() {
            return URI.create("https://localhost:" + httpsPort);
        }

        URI managementUrl() {
            return URI.create("http://localhost:" + managementPort);
        }
    }

    /**
     * Starts a node and waits until it answers for the realm.
     *
     * @param name of its log
     */
    static Node start(Path home, Place place, String name, UnaryOperator<ServerSettings> more) {
        ServerSettings settings = ServerSettings.of(home, place.httpPort(), place.managementPort(), Logs.file(name))
                .with(
                        "--hostname-strict=false",
                        "--https-port=" + place.httpsPort(),
                        // Each browser of a test says that it comes from an address of its own.
                        "--proxy-headers=xforwarded",
                        "--log-level=info,es.clave:debug,org.keycloak.events:debug")
                .withEnvironment("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx768m");
        try {
            Node node = new Node(ClaveServer.start(believingThisMachine(more.apply(settings))), place);
            node.awaitReady();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the world says nothing else, the tests are the proxy that may tell where a request comes from. */
    private static ServerSettings believingThisMachine(ServerSettings settings) {
        return settings.options().stream().anyMatch(option -> option.startsWith("--proxy-trusted-addresses="))
                ? settings
                : settings.with("--proxy-trusted-addresses=127.0.0.1");
    }

    private void awaitReady() throws IOException {
        try {
            server.awaitReady(LONGEST_START);
        } catch (ServerDied e) {
            String lastWords = String.join("\n", server.lastWords());
            server.close();
            throw new IOException(e.getMessage() + "; the end of " + server.log() + ":\n" + lastWords, e);
        } catch (InterruptedException e) {
            server.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a node started", e);
        }
        Await.until(
                "the realm, after " + server.log(),
                Duration.ofSeconds(60),
                () -> Await.present(
                        get(realmUrl("/.well-known/openid-configuration")).statusCode() == 200));
    }

    /** {@code http://localhost:PORT}. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /** {@code https://localhost:PORT}, where it asks for certificates. */
    public URI tlsUrl() {
        return place.tlsUrl();
    }

    /** An address under the realm {@code clave}. */
    public URI realmUrl(String path) {
        return URI.create(baseUrl() + "/realms/clave" + path);
    }

    /** What the node counted, in Prometheus' text format. */
    public String metrics() {
        return get(place.managementUrl().resolve("/metrics")).body();
    }

    /** Sets by how much the node's clock is ahead of the machine's. */
    void clockAheadBy(Duration offset) {
        HttpRequest request = HttpRequest.newBuilder(realmUrl("/test-clock/offset"))
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString(String.valueOf(offset.toSeconds())))
                .build();
        int status = send(request).statusCode();
        if (status != 204) {
            throw new AssertionError("The node's clock cannot be moved: HTTP " + status);
        }
    }

    /** SIGKILL: the node gets no chance to say good-bye. */
    public void kill() {
        server.kill();
        server.ended().join();
    }

    Place place() {
        return place;
    }

    /** Whether it runs. */
    boolean isAlive() {
        return server.isAlive();
    }

    @Override
    public void close() {
        server.close();
    }

    private static HttpResponse<String> get(URI address) {
        return send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build());
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

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package es.clave.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import es.clave.demo.server.ClaveServer;
import es.clave.demo.server.ServerSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * A server with a fresh database and the demo's realm and citizens, whose limits are set so wide that they do not show in
 * what is measured. Requests tell their source in {@code X-Forwarded-For}.
 */
final class BenchmarkedServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final int SECRET_BYTES = 32;
    private static final Map<String, String> WIDE_LIMITS = Map.of(
            "pin.resend.seconds",
            "1",
            "pin.hourly",
            "100",
            "pin.daily",
            "100",
            "mobile.app.address",
            "https://app.example/",
            "mobile.lifetime.minutes",
            "15");

    private final ClaveServer server;

    private BenchmarkedServer(ClaveServer server) {
        this.server = server;
    }

    static BenchmarkedServer start(Path root) throws IOException, InterruptedException {
        Path home = root.resolve("server/target/clave");
        Path folder = Files.createTempDirectory("clave-benchmark");
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        ServerSettings settings = ServerSettings.of(home, freePort(), freePort(), folder.resolve("server.log"))
                .with(
                        "--hostname-strict=false",
                        "--proxy-headers=xforwarded",
                        "--cache=local",
                        "--cache-config-file=cache-local.xml",
                        "--spi-clave-sms--outbox--file=" + folder.resolve("messages.jsonl"),
                        "--spi-clave-email--outbox--file=" + folder.resolve("messages.jsonl"),
                        "--spi-clave-letter--outbox--file=" + folder.resolve("messages.jsonl"),
                        "--spi-clave-push--outbox--file=" + folder.resolve("messages.jsonl"),
                        "--spi-clave-registry--jpa--seed-demo=true",
                        "-Dkeycloak.migration.dir=" + realmWithWideLimits(home, folder))
                .withDatabaseIn(folder.resolve("h2"))
                .withEnvironment(
                        "KC_SPI_CLAVE_KEYS__DEFAULT__SECRET",
                        Base64.getEncoder().encodeToString(secret));
        System.out.println("· starting a server, which logs to " + settings.log());
        ClaveServer server = ClaveServer.start(settings);
        try {
            server.awaitReady(LONGEST_START);
        } catch (IOException died) {
            server.close();
            throw died;
        }
        return new BenchmarkedServer(server);
    }

    private static Path realmWithWideLimits(Path home, Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode realm = json.readTree(
                home.resolve("conf/realm/development/clave-realm.json").toFile());
        for (JsonNode config : realm.get("authenticatorConfig")) {
            if (config.get("alias").asText().equals("clave ways")) {
                ((ObjectNode) config).set("config", json.valueToTree(WIDE_LIMITS));
            }
        }
        Path realms = Files.createDirectories(folder.resolve("realm"));
        json.writeValue(realms.resolve("clave-realm.json").toFile(), realm);
        return realms;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI realm() {
        return server.baseUrl().resolve("/realms/clave/");
    }

    @Override
    public void close() {
        server.close();
    }
}

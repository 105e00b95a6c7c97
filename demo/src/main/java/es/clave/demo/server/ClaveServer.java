package es.clave.demo.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running Cl@ve server. It ends with {@link #close()}, and by itself when the process that started it is gone,
 * however that went: a shell between the two waits for the end of its standard input.
 */
public final class ClaveServer implements AutoCloseable {

    private static final String END_WITH_PARENT = """
            exec 3<&0
            "$@" 3<&- </dev/null &
            server=$!
            trap 'kill -TERM "$server" 2>/dev/null' TERM INT HUP
            { while read -r nothing; do :; done; kill -TERM "$server" 2>/dev/null; } <&3 3<&- &
            watcher=$!
            exec 3<&-
            wait "$server"
            status=$?
            while kill -0 "$server" 2>/dev/null; do wait "$server"; status=$?; done
            kill "$watcher" 2>/dev/null
            exit "$status"
            """;

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(30);
    private static final Duration ASK_EVERY = Duration.ofMillis(400);
    private static final int LAST_WORDS = 30;
    private static final int LONGEST_LINE = 240;

    private final ServerSettings settings;
    private final Process process;

    private ClaveServer(ServerSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts a server and does not wait for it.
     *
     * @throws IOException if it cannot be started at all
     */
    public static ClaveServer start(ServerSettings settings) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", END_WITH_PARENT, "clave-server"));
        command.add(settings.home().resolve("bin/kc.sh").toAbsolutePath().toString());
        command.addAll(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.httpPort(),
                "--http-management-port=" + settings.managementPort(),
                // Else it would speak TLS as soon as the server does.
                "--http-management-scheme=http"));
        command.addAll(settings.options());
        Files.createDirectories(settings.log().toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(settings.log().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(settings.environment());
        return new ClaveServer(settings, builder.start());
    }

    /** Where it answers, without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://localhost:" + settings.httpPort());
    }

    /**
     * Waits until the server says of itself that it is ready.
     *
     * @throws ServerDied if it ends before, or the time is over
     */
    public void awaitReady(Duration longest) throws ServerDied, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        URI health = URI.create("http://localhost:" + settings.managementPort() + "/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        Instant until = Instant.now().plus(longest);
        while (Instant.now().isBefore(until)) {
            if (!process.isAlive()) {
                throw new ServerDied("the server ended with status " + process.exitValue());
            }
            if (isUp(http, request)) {
                return;
            }
            process.waitFor(ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
        throw new ServerDied("the server was not ready after " + longest.toSeconds() + " s");
    }

    /** Completes when the server has ended, with its exit status. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines of its log. */
    public List<String> lastWords() {
        try {
            List<String> lines =
                    List.of(new String(Files.readAllBytes(settings.log()), StandardCharsets.UTF_8).split("\\R", -1));
            return lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()).stream()
                    .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The file that holds what it said. */
    public Path log() {
        return settings.log();
    }

    /** Ends it at once, without a chance to tidy up (SIGKILL). */
    public void kill() {
        // From the leaf upwards, so that nobody in between sees a child end and reacts.
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends it, and waits until it is gone. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        try {
            if (!process.waitFor(LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isUp(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}

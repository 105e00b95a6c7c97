package es.clave.demo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The life and death of the server's process; a shell script stands in for Keycloak. */
@Timeout(60)
class ClaveServerTest {

    /** Tells its process id, and ends when it is told to. */
    private static final String RUNS = """
            #!/bin/sh
            trap 'echo tidied up; exit 143' TERM
            echo $$ > "$PID_FILE.new" && mv "$PID_FILE.new" "$PID_FILE"
            while :; do sleep 0.05; done
            """;

    @TempDir
    private Path folder;

    @Test
    void closingItLetsItTidyUpAndWaits() throws Exception {
        ServerSettings settings = standIn(RUNS);
        ClaveServer server = ClaveServer.start(settings);
        ProcessHandle process = awaitStart();

        server.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(server.isAlive()).isFalse();
        assertThat(server.lastWords()).contains("tidied up");
    }

    @Test
    void killingItLeavesItNoChance() throws Exception {
        ClaveServer server = ClaveServer.start(standIn(RUNS));
        ProcessHandle process = awaitStart();

        server.kill();
        server.ended().get(20, TimeUnit.SECONDS);

        process.onExit().get(20, TimeUnit.SECONDS);
        assertThat(server.lastWords()).doesNotContain("tidied up");
    }

    @Test
    void itEndsWhenTheProcessThatStartedItIsKilled() throws Exception {
        ServerSettings settings = standIn(RUNS);
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        settings.home().toString(),
                        pidFile().toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(starter.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("started");
            ProcessHandle process = awaitStart();

            starter.destroyForcibly();

            process.onExit().get(20, TimeUnit.SECONDS);
        } finally {
            starter.destroyForcibly();
        }
    }

    @Test
    void oneThatEndsByItselfSaysWhy() throws Exception {
        ClaveServer server = ClaveServer.start(standIn("#!/bin/sh\necho something is wrong\nexit 3\n"));

        assertThatThrownBy(() -> server.awaitReady(Duration.ofSeconds(30)))
                .isInstanceOf(ServerDied.class)
                .hasMessageContaining("status 3");
        assertThat(server.lastWords()).contains("something is wrong");
    }

    @Test
    void optionsReachItAndSecretsDoNotShowAmongThem() throws Exception {
        ServerSettings settings = standIn("#!/bin/sh\necho \"$@\"\necho \"secret is $SECRET\"\n")
                .with("--hostname=http://localhost:1")
                .withEnvironment("SECRET", "xyz");
        ClaveServer server = ClaveServer.start(settings);
        server.ended().get(20, TimeUnit.SECONDS);

        assertThat(server.lastWords())
                .contains("start --optimized --http-enabled=true --http-host=127.0.0.1 --http-port=1"
                        + " --http-management-port=2 --http-management-scheme=http --hostname=http://localhost:1")
                .contains("secret is xyz");
    }

    /** Starts a server, says so, and lives on. */
    static final class Starter {

        private Starter() {}

        public static void main(String... arguments) throws Exception {
            ClaveServer server = ClaveServer.start(
                    ServerSettings.of(Path.of(arguments[0]), 1, 2, Path.of(arguments[2], "server.log"))
                            .withEnvironment("PID_FILE", arguments[1]));
            System.out.println("started");
            server.ended().get();
        }
    }

    private ServerSettings standIn(String script) throws IOException {
        Path program = folder.resolve("home/bin/kc.sh");
        Files.createDirectories(program.getParent());
        Files.writeString(program, script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return ServerSettings.of(folder.resolve("home"), 1, 2, folder.resolve("server.log"))
                .withEnvironment("PID_FILE", pidFile().toString());
    }

    private Path pidFile() {
        return folder.resolve("pid");
    }

    private ProcessHandle awaitStart() throws IOException {
        while (!Files.exists(pidFile())) {
            Thread.onSpinWait();
        }
        long pid = Long.parseLong(Files.readString(pidFile()).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }
}

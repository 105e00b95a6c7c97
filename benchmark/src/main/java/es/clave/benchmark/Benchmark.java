package es.clave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Starts a server, measures, and writes what it found to {@code benchmark/results}. */
public final class Benchmark {

    private static final int DEFAULT_ROUNDS = 60;
    private static final int DEFAULT_BROWSERS = 10_000;

    private Benchmark() {}

    /**
     * Measures.
     *
     * @param arguments the project's folder; then if wanted how many rounds, or {@code waiting} and how many browsers
     */
    public static void main(String... arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        if (arguments.length > 1 && arguments[1].equals("waiting")) {
            waiting(root, arguments.length > 2 ? Integer.parseInt(arguments[2]) : DEFAULT_BROWSERS);
            return;
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_ROUNDS;
        try (BenchmarkedServer server = BenchmarkedServer.start(root)) {
            Report report = new Indistinguishability(server.realm(), rounds).measure();
            write(root, "indistinguishability", "Can answers be told apart?", report.text());
            if (!report.holds()) {
                System.err.println("The answers can be told apart.");
                System.exit(1);
            }
        }
    }

    private static void waiting(Path root, int browsers) throws Exception {
        try (BenchmarkedServer server = BenchmarkedServer.start(root)) {
            WaitingReport report = new WaitingBrowsers(server.realm(), ServerProcess.find(), browsers).measure();
            write(root, "waiting", "What do browsers cost that wait for the app?", report.text());
            if (!report.holds()) {
                System.err.println("Waiting costs more than it may.");
                System.exit(1);
            }
        }
    }

    private static void write(Path root, String name, String title, String report) throws IOException {
        Path file = root.resolve("benchmark/results/" + name + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, heading(root, title) + report);
        System.out.println(report);
        System.out.println("· written to " + root.relativize(file));
    }

    private static String heading(Path root, String title) {
        return """
                # %s

                %s · %d processors · Java %s · %s · commit %s

                """.formatted(
                        title,
                        Instant.now().truncatedTo(ChronoUnit.MINUTES),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        processor().orElse(System.getProperty("os.arch")),
                        commit(root));
    }

    private static Optional<String> processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    private static String commit(Path root) {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

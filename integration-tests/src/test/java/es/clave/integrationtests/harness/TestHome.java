package es.clave.integrationtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the built distribution with one jar more, the test clock, augmented for a database. It is kept between runs
 * while the distribution stays the same.
 */
final class TestHome {

    private static final String FINGERPRINT = "tests-fingerprint";

    private TestHome() {}

    static Path of(Database database) {
        return of(database, "");
    }

    /** On H2, reading certificates of browsers from a header, as nginx sends it. */
    static Path behindProxy() {
        return of(Database.H2, "-behind-proxy", "--spi-x509cert-lookup--provider=nginx");
    }

    private static Path of(Database database, String kind, String... more) {
        Path built = existing(Paths.distribution(), "build it with: mvn package -pl server -am");
        Path clock = existing(Paths.testClock(), "build it with: mvn package -pl integration-tests/test-clock -am");
        Path home = Paths.target().resolve("servers").resolve(database.option() + kind);
        try {
            String fingerprint = fingerprint(built, clock);
            Path mark = home.resolve(FINGERPRINT);
            if (!Files.exists(mark) || !Files.readString(mark).equals(fingerprint)) {
                delete(home);
                copy(built, home);
                copy(clock, home.resolve("providers/clave-test-clock.jar"));
                augment(home, database, more);
                Files.writeString(mark, fingerprint);
            }
            delete(home.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    private static void augment(Path home, Database database, String... more) throws IOException {
        Path log = home.resolve("augment.log");
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/kc.sh").toString(),
                "build",
                "--db=" + database.option(),
                "--spi-clave-sms--provider=outbox",
                "--spi-clave-email--provider=outbox",
                "--spi-clave-letter--provider=outbox",
                "--spi-clave-push--provider=outbox"));
        command.addAll(List.of(more));
        Process build = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (build.waitFor() != 0) {
                throw new IllegalStateException("kc.sh build failed:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            build.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while kc.sh build ran", e);
        }
    }

    private static Path existing(Path path, String remedy) {
        if (!Files.exists(path)) {
            throw new IllegalStateException("There is no " + path + ": " + remedy);
        }
        return path;
    }

    /** What tells one build from another: names, sizes and times of all that the build put together, and the clock's. */
    private static String fingerprint(Path built, Path clock) throws IOException {
        StringBuilder lines = new StringBuilder(line(clock));
        for (String part : List.of("bin", "providers", "conf", "lib/quarkus")) {
            try (Stream<Path> files = Files.walk(built.resolve(part)).sorted()) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    lines.append(line(file));
                }
            }
        }
        return lines.toString();
    }

    private static String line(Path file) throws IOException {
        return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
    }

    /** With modification times and modes: Keycloak refuses to start where a provider is younger than its augmentation. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.equals(from.resolve("data"))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        file.equals(from)
                                ? to
                                : to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) inside.sorted((a, b) -> b.compareTo(a))::iterator) {
                Files.delete(path);
            }
        }
    }
}

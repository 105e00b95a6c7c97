package es.clave.integrationtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What every node of this run printed, each in a file of its own. */
public final class Logs {

    private static final Path FOLDER = emptied(Paths.target().resolve("logs"));
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Logs() {}

    static Path file(String name) {
        return FOLDER.resolve("%02d-%s.log".formatted(COUNT.incrementAndGet(), name));
    }

    /** The files, in the order in which their nodes started. */
    public static List<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.delete(file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

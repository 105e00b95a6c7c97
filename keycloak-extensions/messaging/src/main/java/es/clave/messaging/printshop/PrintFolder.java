package es.clave.messaging.printshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import es.clave.messaging.Letter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder that is shared with the print shop. Whatever appears in it under its own name is whole: it was written under
 * another, flushed, and renamed. A letter goes from {@code incoming} through {@code making} to {@code batches}, each time by
 * one rename, which one node wins.
 */
final class PrintFolder {

    /** A file in {@code incoming} or {@code making}: its name says all that the manifest needs. */
    private record Waiting(Path file, String reference, String language, String country, int pages) {

        static Waiting of(Path file) {
            String[] parts = file.getFileName().toString().split("\\.", -1);
            return new Waiting(file, parts[0], parts[1], parts[2], Integer.parseInt(parts[3]));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter BATCH_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String MANIFEST = "manifest.json";
    private static final int FORMAT = 1;

    /** A node that has not finished a batch by then is dead. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final Path incoming;
    private final Path making;
    private final Path batches;
    private final Path acknowledged;
    private final Path done;

    PrintFolder(Path folder) throws IOException {
        incoming = Files.createDirectories(folder.resolve("incoming"));
        making = Files.createDirectories(folder.resolve("making"));
        batches = Files.createDirectories(folder.resolve("batches"));
        acknowledged = Files.createDirectories(folder.resolve("acknowledged"));
        done = Files.createDirectories(folder.resolve("done"));
    }

    /** Takes a letter, which then waits for its batch. */
    void take(Letter letter, Instant now) throws IOException {
        String name = letter.reference() + "." + letter.language().getLanguage() + "." + letter.country() + "."
                + letter.pages() + ".pdf";
        Path temporary = incoming.resolve("." + UUID.randomUUID() + ".tmp");
        write(temporary, letter.document().content());
        Files.setLastModifiedTime(temporary, FileTime.from(now));
        Files.move(temporary, incoming.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether the letter was taken before. Looks in the order in which letters move on, so that none slips through. */
    boolean knows(String reference) throws IOException {
        return list(incoming).anyMatch(file -> isOf(file, reference))
                || list(making).flatMap(PrintFolder::listQuietly).anyMatch(file -> isOf(file, reference))
                || list(batches).flatMap(PrintFolder::listQuietly).anyMatch(file -> isOf(file, reference))
                || list(done).anyMatch(file -> mentions(file, reference));
    }

    private static boolean isOf(Path file, String reference) {
        return file.getFileName().toString().startsWith(reference + ".");
    }

    private static boolean mentions(Path file, String reference) {
        try {
            return Files.readString(file).contains("\"" + reference + "\"");
        } catch (IOException gone) {
            return false;
        }
    }

    /** Makes a batch of the letters that wait, if one has waited long enough or there are enough; answers its name. */
    Optional<String> makeBatch(Instant now, Duration after, int most) throws IOException {
        finishAbandoned(now);
        List<Path> letters = list(incoming)
                .sorted(Comparator.comparing(PrintFolder::modified))
                .limit(most)
                .toList();
        if (letters.isEmpty()
                || (letters.size() < most && modified(letters.get(0)).isAfter(now.minus(after)))) {
            return Optional.empty();
        }
        String batch =
                BATCH_TIME.format(now) + "-" + UUID.randomUUID().toString().substring(0, 8);
        Path folder = Files.createDirectory(making.resolve(batch));
        for (Path letter : letters) {
            try {
                Files.move(letter, folder.resolve(letter.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException anotherNodeHasIt) {
                // Then it is in that node's batch.
            }
        }
        return finish(folder, now);
    }

    /** Batches of a node that died on the way. Whoever wins the rename goes on with it. */
    private void finishAbandoned(Instant now) throws IOException {
        for (Path folder : list(making).toList()) {
            if (modified(folder).isBefore(Instant.now().minus(ABANDONED))) {
                Path taken = making.resolve(BATCH_TIME.format(now) + "-"
                        + UUID.randomUUID().toString().substring(0, 8));
                try {
                    Files.move(folder, taken, StandardCopyOption.ATOMIC_MOVE);
                    Files.setLastModifiedTime(taken, FileTime.from(Instant.now()));
                    finish(taken, now);
                } catch (NoSuchFileException anotherNodeHasIt) {
                    // Then that one finishes it.
                }
            }
        }
    }

    private Optional<String> finish(Path folder, Instant now) throws IOException {
        List<Waiting> letters = list(folder)
                .filter(file -> file.toString().endsWith(".pdf"))
                .map(Waiting::of)
                .sorted(Comparator.comparing(Waiting::reference))
                .toList();
        if (letters.isEmpty()) {
            erase(folder);
            return Optional.empty();
        }
        String batch = folder.getFileName().toString();
        ObjectNode manifest = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("batch", batch)
                .put("createdAt", now.toString());
        ArrayNode list = manifest.putArray("letters");
        for (Waiting letter : letters) {
            byte[] pdf = Files.readAllBytes(letter.file());
            list.addObject()
                    .put("reference", letter.reference())
                    .put("file", letter.file().getFileName().toString())
                    .put("language", letter.language())
                    .put("country", letter.country())
                    .put("pages", letter.pages())
                    .put("bytes", pdf.length)
                    .put("sha256", sha256(pdf));
        }
        write(folder.resolve(MANIFEST), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        Files.move(folder, batches.resolve(batch), StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(batch);
    }

    /** The batches that were not acknowledged in full. */
    List<String> open() throws IOException {
        return list(batches).map(folder -> folder.getFileName().toString()).toList();
    }

    /** When the batch was made. */
    Instant madeAt(String batch) throws IOException {
        return Instant.parse(manifest(batch).path("createdAt").asText());
    }

    /** The references of a batch's letters. */
    List<String> letters(String batch) throws IOException {
        return manifest(batch).path("letters").findValuesAsText("reference");
    }

    /** @throws NoSuchFileException if another node has settled the batch meanwhile */
    private JsonNode manifest(String batch) throws IOException {
        return JSON.readTree(Files.readAllBytes(batches.resolve(batch).resolve(MANIFEST)));
    }

    /** What the print shop said of the batch; empty if nothing yet. */
    Optional<Acknowledgement> acknowledgement(String batch) throws IOException {
        Path file = acknowledged.resolve(batch + ".json");
        return Files.isRegularFile(file) ? Acknowledgement.read(JSON.readTree(file.toFile()), batch) : Optional.empty();
    }

    /** Erases the letters of a batch; its manifest, which names nobody, stays, and what was said of it. */
    void close(String batch) throws IOException {
        try {
            Files.copy(
                    batches.resolve(batch).resolve(MANIFEST),
                    done.resolve(batch + ".json"),
                    StandardCopyOption.REPLACE_EXISTING);
            erase(batches.resolve(batch));
            Path file = acknowledged.resolve(batch + ".json");
            if (Files.exists(file)) {
                Files.move(file, done.resolve(batch + ".acknowledged.json"), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (NoSuchFileException anotherNodeDidIt) {
            // Then it is done.
        }
    }

    /** Forgets what became of batches before that moment. */
    void forget(Instant before) throws IOException {
        for (Path file : list(done).toList()) {
            if (modified(file).isBefore(before)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void erase(Path folder) throws IOException {
        for (Path file : list(folder).toList()) {
            Files.deleteIfExists(file);
        }
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException somebodyPutAFileThere) {
            // Ours are gone.
        }
    }

    /** What is there under its own name; names that begin with a dot are of files that are being written. */
    private static Stream<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList().stream();
        }
    }

    private static Stream<Path> listQuietly(Path folder) {
        try {
            return list(folder);
        } catch (IOException movedOn) {
            return Stream.empty();
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException movedOn) {
            return Instant.MAX;
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

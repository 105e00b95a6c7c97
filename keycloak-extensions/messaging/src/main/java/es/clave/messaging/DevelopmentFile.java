package es.clave.messaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.util.JsonSerialization;

/**
 * For development: a file that takes each message as a line of JSON, where the demo's telephone reads it. One write each,
 * at the end of the file, so that several nodes and several kinds of messages may share it. What a message carries becomes
 * a file in the folder {@code attachments} beside it, named in {@code links} as seen from there.
 */
final class DevelopmentFile {

    /** A message as the telephone shows it. */
    record Line(
            String channel, String to, String subject, String text, List<Attachment> attached, List<String> links) {}

    private static final Logger LOG = Logger.getLogger(DevelopmentFile.class);
    private static final Set<OpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    private static final String ATTACHMENTS = "attachments";

    private final Path file;
    private final Clock clock;

    DevelopmentFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Appends the line, unless an earlier attempt has. */
    SendResult take(Line line, Attempt attempt) {
        try {
            if (!attempt.mayBeKnown() || !knows(attempt.messageId())) {
                append(json(line, attempt.messageId()));
            }
            return new SendResult.Accepted("");
        } catch (IOException trouble) {
            LOG.warnf("Cannot write to %s: %s", file, trouble);
            return new SendResult.Retry("file: " + trouble.getClass().getSimpleName());
        }
    }

    private boolean knows(String messageId) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        String id = idProperty(messageId);
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.anyMatch(line -> line.endsWith(id + "}"));
        }
    }

    private static String idProperty(String messageId) {
        return "\"id\":\"" + messageId + "\"";
    }

    private byte[] json(Line line, String messageId) throws IOException {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("channel", line.channel());
        message.put("to", line.to());
        if (!line.subject().isEmpty()) {
            message.put("subject", line.subject());
        }
        message.put("text", line.text());
        message.put("at", now().toString());
        List<String> links = new ArrayList<>();
        for (Attachment attachment : line.attached()) {
            links.add(store(messageId, attachment));
        }
        links.addAll(line.links());
        message.put("links", links);
        // Last, where it is looked for: nothing that a message says can look like it there.
        message.put("id", messageId);
        return (JsonSerialization.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Answers its name, seen from the folder of the file. */
    private String store(String messageId, Attachment attachment) throws IOException {
        Path folder = folder().resolve(ATTACHMENTS).resolve(messageId);
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".", ".tmp");
        Files.write(temporary, attachment.content());
        Files.move(temporary, folder.resolve(attachment.fileName()), StandardCopyOption.ATOMIC_MOVE);
        return ATTACHMENTS + "/" + messageId + "/" + attachment.fileName();
    }

    private void append(byte[] line) throws IOException {
        Files.createDirectories(folder());
        try (SeekableByteChannel channel = Files.newByteChannel(file, APPEND, ownerOnly())) {
            channel.write(ByteBuffer.wrap(line));
        }
    }

    private Path folder() {
        return file.toAbsolutePath().getParent();
    }

    /** It holds PINs. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

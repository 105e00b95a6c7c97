package es.clave.messaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.util.JsonSerialization;

/**
 * For development: writes each message as a line of JSON to a file, where the demo's telephone reads it. One write each,
 * at the end of the file, so that several nodes may share it.
 */
final class FileSmsSender implements SmsSender {

    private static final Logger LOG = Logger.getLogger(FileSmsSender.class);
    private static final Set<OpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private final Path file;
    private final Clock clock;

    FileSmsSender(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public Result send(Sms sms) {
        try {
            append(line(sms));
            return new Result.Accepted("");
        } catch (IOException trouble) {
            LOG.warnf("Cannot write to %s: %s", file, trouble);
            return new Result.Retry("file: " + trouble.getClass().getSimpleName());
        }
    }

    private byte[] line(Sms sms) throws IOException {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("channel", "sms");
        message.put("to", sms.to().e164());
        message.put("text", sms.text());
        message.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        message.put("links", List.of());
        return (JsonSerialization.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void append(byte[] line) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file, APPEND, ownerOnly())) {
            channel.write(ByteBuffer.wrap(line));
        }
    }

    /** It holds PINs. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {}
}

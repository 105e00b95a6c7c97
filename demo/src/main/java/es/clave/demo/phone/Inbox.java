package es.clave.demo.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the outbox file holds. The file only grows, by whole lines, from several processes perhaps; a last line without
 * its end is left for the next look. A file that became shorter is a new one.
 */
final class Inbox {

    private static final Logger LOG = System.getLogger(Inbox.class.getName());
    private static final int MOST_MESSAGES = 20_000;
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;
    private final List<Message> messages = new ArrayList<>();
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long readTo;
    private long arrivals;

    Inbox(Path file) {
        this.file = file;
    }

    /** Everything that arrived for that number or address, newest first. */
    synchronized List<Message> to(String recipient) throws IOException {
        refresh();
        return newestFirst(messages.stream()
                .filter(message -> message.to().equals(recipient))
                .toList());
    }

    /** Everything that arrived, newest first. */
    synchronized List<Message> all() throws IOException {
        refresh();
        return newestFirst(messages);
    }

    /** To where mails and letters were sent, newest first. */
    synchronized List<String> addresses() throws IOException {
        refresh();
        return newestFirst(messages).stream()
                .filter(message -> !message.to().startsWith("+"))
                .map(Message::to)
                .distinct()
                .toList();
    }

    /** A number that changes with every message that arrives. */
    synchronized long arrivals() throws IOException {
        refresh();
        return arrivals;
    }

    private static List<Message> newestFirst(List<Message> oldestFirst) {
        List<Message> turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return turned;
    }

    private void refresh() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            if (channel.size() < readTo) {
                forget();
            }
            channel.position(readTo);
            ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
            for (int count = channel.read(buffer); count > 0; count = channel.read(buffer.clear())) {
                readTo += count;
                take(buffer.flip());
            }
        } catch (NoSuchFileException nothingSentYet) {
            forget();
        }
    }

    private void forget() {
        messages.clear();
        unfinished.reset();
        readTo = 0;
    }

    private void take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                add(unfinished.toString(StandardCharsets.UTF_8));
                unfinished.reset();
            } else {
                unfinished.write(next);
            }
        }
    }

    private void add(String line) {
        if (line.isBlank()) {
            return;
        }
        try {
            Optional<Message> message =
                    Optional.ofNullable(JSON.readValue(line, Message.class)).filter(Message::isComplete);
            if (message.isEmpty()) {
                LOG.log(Level.WARNING, "a line of the outbox is incomplete");
                return;
            }
            messages.add(message.get());
            arrivals++;
            if (messages.size() > MOST_MESSAGES) {
                messages.remove(0);
            }
        } catch (JsonProcessingException e) {
            LOG.log(Level.WARNING, "a line of the outbox is not JSON");
        }
    }
}

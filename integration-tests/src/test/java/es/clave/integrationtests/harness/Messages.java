package es.clave.integrationtests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text messages that the nodes of one world sent: the development outbox, read as the phone reads it. */
public final class Messages {

    /**
     * A message as it reached the phone, the mailbox or the letterbox.
     *
     * @param id the outbox's own: two of the same are one message that arrived twice
     * @param links addresses, and files beside the outbox
     */
    public record Message(String channel, String to, String text, String id, List<String> links) {

        private static final Pattern PIN = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

        /** The PIN it carries: the first six digits that stand alone. */
        public String pin() {
            return pinIfAny().orElseThrow(() -> new AssertionError("A message without a PIN"));
        }

        Optional<String> pinIfAny() {
            Matcher pin = PIN.matcher(text);
            return pin.find() ? Optional.of(pin.group()) : Optional.empty();
        }
    }

    private static final String PUSH = "push";
    private static final String FILE = "messages.jsonl";
    private static final Duration DELIVERY = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    private Messages(Path file) {
        this.file = file;
    }

    /** All messages of all worlds of this run. */
    static List<Message> ofTheWholeRun() {
        try (Stream<Path> worlds = Files.list(Paths.target().resolve("worlds"))) {
            return worlds.map(world -> world.resolve(FILE))
                    .flatMap(file -> new Messages(file).all().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a world keeps them. */
    static Messages in(Path world) {
        return new Messages(world.resolve(FILE));
    }

    Path file() {
        return file;
    }

    /** Everything sent so far, oldest first. */
    public List<Message> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Message> messages = new ArrayList<>();
        try {
            String content = Files.readString(file, StandardCharsets.UTF_8);
            // What stands after the last line break is still being written.
            String whole = content.substring(0, content.lastIndexOf('\n') + 1);
            for (String line : (Iterable<String>) whole.lines()::iterator) {
                JsonNode message = JSON.readTree(line);
                List<String> links = new ArrayList<>();
                message.get("links").forEach(link -> links.add(link.asText()));
                messages.add(new Message(
                        message.get("channel").asText(),
                        message.get("to").asText(),
                        message.get("text").asText(),
                        message.get("id").asText(),
                        links));
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError("The outbox has a line that is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    /** The pages of the last letter to this name, which addresses have in capitals: a PDF. */
    public Path lastLetterTo(String name) {
        String addressee = name.toUpperCase(Locale.ROOT) + ",";
        return Await.until("a letter to " + name, DELIVERY, () -> all().stream()
                .filter(message ->
                        message.channel().equals("letter") && message.to().startsWith(addressee))
                .reduce((before, last) -> last)
                .map(letter -> file.resolveSibling(letter.links().get(0))));
    }

    /** Those to one phone, oldest first; not what woke apps. */
    public List<Message> to(String phone) {
        return all().stream()
                .filter(message -> message.to().equals(phone))
                .filter(message -> !message.channel().equals(PUSH))
                .toList();
    }

    /** Waits for something that woke the apps of this phone's owner, and holds these words. */
    public Message push(String phone, String words) {
        return Await.until("a push message", DELIVERY, () -> all().stream()
                .filter(message ->
                        message.channel().equals(PUSH) && message.to().equals(phone))
                .filter(message -> message.text().contains(words))
                .findFirst());
    }

    /** The letters that name this person, oldest first. */
    public List<ReceivedLetter> letters(Citizen citizen) {
        String name = (citizen.givenName() + " " + citizen.familyName()).toUpperCase(Locale.ROOT);
        return all().stream()
                .filter(message ->
                        message.channel().equals("letter") && message.to().startsWith(name))
                .map(message -> new ReceivedLetter(
                        message, file.resolveSibling(message.links().get(0))))
                .toList();
    }

    /** Waits for the person's next letter. */
    public ReceivedLetter nextLetter(Citizen citizen, int already) {
        return Await.until("letter number " + (already + 1), DELIVERY, () -> {
            List<ReceivedLetter> letters = letters(citizen);
            return letters.size() > already ? Optional.of(letters.get(already)) : Optional.empty();
        });
    }

    /** The codes that reached one phone, oldest first: what it is told besides does not count. */
    public List<String> codesTo(String phone) {
        return to(phone).stream()
                .flatMap(message -> message.pinIfAny().stream())
                .toList();
    }

    /** Waits for the phone's next code. */
    public String nextCode(String phone, int already) {
        return Await.until("code number " + (already + 1) + " on the phone", DELIVERY, () -> {
            List<String> codes = codesTo(phone);
            return codes.size() > already ? Optional.of(codes.get(already)) : Optional.empty();
        });
    }

    /** Waits for a message to this phone or mailbox that says so. */
    public Message saying(String to, String words) {
        return Await.until("a message that says " + words, DELIVERY, () -> to(to).stream()
                .filter(message -> message.text().contains(words))
                .findFirst());
    }

    /** Waits for the phone's next message. */
    public Message next(String phone, int already) {
        return Await.until("message number " + (already + 1) + " on the phone", DELIVERY, () -> {
            List<Message> messages = to(phone);
            return messages.size() > already ? Optional.of(messages.get(already)) : Optional.empty();
        });
    }
}

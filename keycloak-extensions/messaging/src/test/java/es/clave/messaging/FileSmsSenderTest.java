package es.clave.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import es.clave.identity.MobileNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.util.JsonSerialization;

class FileSmsSenderTest {

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();

    @Test
    void aMessageIsALineOfJson() throws IOException {
        Path file = folder.resolve("messages.jsonl");

        assertThat(sender(file).send(sms("Hola \"Ñ\"\n\n@clave.gob.es #123456")))
                .isEqualTo(new SendResult.Accepted(""));

        assertThat(Files.readAllLines(file)).hasSize(1);
        Map<String, Object> message = json(Files.readString(file));
        assertThat(message.remove("id")).isNotNull();
        assertThat(message)
                .isEqualTo(Map.of(
                        "channel", "sms",
                        "to", "+34600000001",
                        "text", "Hola \"Ñ\"\n\n@clave.gob.es #123456",
                        "at", "2026-11-22T10:00:00Z",
                        "links", List.of()));
    }

    @Test
    void theFolderIsMadeWhenItIsNotThere() {
        Path file = folder.resolve("a/b/messages.jsonl");

        assertThat(sender(file).send(sms("Hola"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(file).exists();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyItsOwnerReadsThePins() throws IOException {
        Path file = folder.resolve("messages.jsonl");
        sender(file).send(sms("Hola"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatCannotBeWrittenIsTriedAgainLater() {
        assertThat(sender(folder).send(sms("Hola"))).isInstanceOf(SendResult.Retry.class);
    }

    @Test
    void linesOfSeveralWritersDoNotMix() throws Exception {
        Path file = folder.resolve("messages.jsonl");
        List<Callable<SendResult>> writers = IntStream.range(0, 400)
                .mapToObj(i -> (Callable<SendResult>) () -> sender(file).send(sms("x".repeat(i % 150))))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<SendResult> result : threads.invokeAll(writers)) {
                assertThat(result.get()).isInstanceOf(SendResult.Accepted.class);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(Files.readAllLines(file)).hasSize(400).allSatisfy(line -> assertThat(json(line))
                .containsEntry("to", "+34600000001"));
    }

    private static Map<String, Object> json(String line) throws IOException {
        return JsonSerialization.readValue(line, new TypeReference<>() {});
    }

    private SmsSender sender(Path file) {
        return new FileSmsSender(new DevelopmentFile(file, clock));
    }

    private Sms sms(String text) {
        return new Sms(MobileNumber.of("+34600000001"), text, clock.instant());
    }
}

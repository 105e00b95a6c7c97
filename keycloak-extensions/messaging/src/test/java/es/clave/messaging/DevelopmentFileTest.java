package es.clave.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.util.JsonSerialization;

class DevelopmentFileTest {

    private static final Attempt FIRST = new Attempt("clave", "5e795022", 1);
    private static final Attempt SECOND = new Attempt("clave", "5e795022", 2);

    @TempDir
    private Path folder;

    private Path file;
    private FileEmailSender mails;
    private FileLetterSender letters;

    @BeforeEach
    void open() {
        file = folder.resolve("messages.jsonl");
        DevelopmentFile development = new DevelopmentFile(file, new MovableClock());
        mails = new FileEmailSender(development);
        letters = new FileLetterSender(development);
    }

    @Test
    void aMailIsALineAndItsAttachmentsAreFilesBesideIt() throws IOException {
        assertThat(mails.send(Samples.email(), FIRST)).isInstanceOf(SendResult.Accepted.class);

        assertThat(onlyLine())
                .containsEntry("channel", "email")
                .containsEntry("to", "ana@example.es")
                .containsEntry("subject", "Su cita en la oficina de registro")
                .containsEntry("text", "Le esperamos.\n")
                .containsEntry(
                        "links",
                        List.of("attachments/5e795022/cita.ics", "attachments/5e795022/Resguardo de alta.pdf"));
        assertThat(folder.resolve("attachments/5e795022/cita.ics")).hasContent("BEGIN:VCALENDAR");
    }

    @Test
    void aLetterIsALineAndItsPagesAreAFileBesideIt() throws IOException {
        assertThat(letters.send(Samples.letter(), FIRST)).isInstanceOf(SendResult.Accepted.class);

        assertThat(onlyLine())
                .containsEntry("channel", "letter")
                .containsEntry("to", "ANA GARCÍA PÉREZ, Calle Mayor 1, 28921 Alcorcón")
                .containsEntry("text", "Carta de invitación")
                .containsEntry("links", List.of("attachments/5e795022/carta.pdf", "https://clave.example/carta"));
        assertThat(Files.readString(folder.resolve("attachments/5e795022/carta.pdf"), StandardCharsets.UTF_8))
                .startsWith("%PDF");
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenAgain() throws IOException {
        letters.send(Samples.letter(), FIRST);

        assertThat(letters.send(Samples.letter(), SECOND)).isInstanceOf(SendResult.Accepted.class);

        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void whatNeverArrivedIsWrittenAtTheNextAttempt() throws IOException {
        mails.send(Samples.email(), new Attempt("clave", "other", 1));

        assertThat(letters.send(Samples.letter(), SECOND)).isInstanceOf(SendResult.Accepted.class);

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    private Map<String, Object> onlyLine() throws IOException {
        assertThat(Files.readAllLines(file)).hasSize(1);
        return JsonSerialization.readValue(Files.readString(file), new TypeReference<>() {});
    }
}

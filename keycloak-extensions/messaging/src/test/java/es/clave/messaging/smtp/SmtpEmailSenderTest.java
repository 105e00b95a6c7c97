package es.clave.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.messaging.Attachment;
import es.clave.messaging.Attempt;
import es.clave.messaging.Email;
import es.clave.messaging.SendResult;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpEmailSenderTest {

    private static final Attempt ATTEMPT = new Attempt("clave", "5e795022-ec86", 1);
    private static final Email MAIL = new Email(
            "ana@example.es",
            "Su cita: mañana a las 9 €",
            "Le esperamos.\n.\nUn punto solo.\n",
            List.of(
                    new Attachment(
                            "cita.ics",
                            "text/calendar; method=REQUEST",
                            "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8)),
                    new Attachment("Resguardo de alta.pdf", "application/pdf", new byte[] {0, 1, 2, (byte) 255})),
            Instant.MAX);

    private MailServer server;
    private final Map<String, String> config = new HashMap<>();

    @BeforeEach
    void start() throws Exception {
        server = new MailServer();
        config.putAll(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.port()),
                "from", "no-reply@clave.example",
                "fromDisplayName", "Cl@ve · España"));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aMailArrivesWithAllThatItCarries() throws Exception {
        assertThat(send(MAIL)).isEqualTo(new SendResult.Accepted(""));

        assertThat(server.commands())
                .contains("EHLO clave.example", "MAIL FROM:<no-reply@clave.example>", "RCPT TO:<ana@example.es>");
        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo(MAIL.subject());
        assertThat(mail.getFrom()[0].toString()).contains("no-reply@clave.example");
        assertThat(mail.getHeader("Message-ID")).containsExactly("<5e795022-ec86@clave.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isEqualTo("2026-11-24T10:00:00Z");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(MAIL.text());
        assertThat(parts.getBodyPart(1).getContentType())
                .startsWith("text/calendar")
                .contains("method=REQUEST");
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("Resguardo de alta.pdf");
        assertThat(parts.getBodyPart(2).getInputStream().readAllBytes()).containsExactly(0, 1, 2, 255);
    }

    @Test
    void aMailWithoutAttachmentsIsPlainText() throws Exception {
        send(new Email("ana@example.es", "Hola", "Adiós", List.of(), Instant.MAX));

        assertThat(received().getContentType()).startsWith("text/plain");
        assertThat(received().getContent().toString().strip()).isEqualTo("Adiós");
    }

    @Test
    void sentAgainItIsTheSameMail() throws Exception {
        send(MAIL);
        sender().send(MAIL, new Attempt("clave", "5e795022-ec86", 2));

        assertThat(server.mails()).hasSize(2).allMatch(mail -> mail.contains("<5e795022-ec86@clave.example>"));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user ana@example.es, Unreachable",
        "RCPT, 450 busy ana@example.es, Retry",
        "MAIL, 550 not you, Retry",
        "DATA, 554 no, GiveUp",
        ".,    554 looks like spam, GiveUp",
        ".,    451 try later, Retry",
        "'',   421 not today, Retry"
    })
    void whatAServerRefusesIsToldApartAndNotQuoted(String command, String answer, String result) {
        server.answers(command, answer);

        SendResult outcome = send(MAIL);

        assertThat(outcome.getClass().getSimpleName()).isEqualTo(result);
        assertThat(outcome.toString()).doesNotContain("ana@", "spam", "busy");
    }

    @Test
    void aLoginThatIsRefusedIsTriedAgain() {
        config.putAll(Map.of("auth", "true", "user", "clave", "password", "wrong"));
        server.answers("AUTH", "535 wrong");

        assertThat(send(MAIL)).isEqualTo(new SendResult.Retry("smtp: the server refuses our login"));
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void aServerThatWantsALoginGetsIt() {
        config.putAll(Map.of("auth", "true", "user", "clave", "password", "right"));

        assertThat(send(MAIL)).isInstanceOf(SendResult.Accepted.class);
        assertThat(server.commands()).anyMatch(command -> command.startsWith("AUTH PLAIN"));
    }

    @Test
    void nothingIsToldToAServerThatCannotDoWithoutBeingOverheard() {
        config.put("starttls", "true");

        assertThat(send(MAIL)).isInstanceOf(SendResult.Retry.class);
        assertThat(server.commands()).noneMatch(command -> command.contains("ana@"));
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() throws Exception {
        server.close();

        assertThat(send(MAIL)).isInstanceOf(SendResult.Retry.class);
    }

    @Test
    void aRealmWithoutAMailServerIsTriedAgainUntilItHasOne() {
        config.remove("host");

        assertThat(send(MAIL)).isEqualTo(new SendResult.Retry("smtp: the realm has no mail server"));
    }

    private SendResult send(Email mail) {
        return sender().send(mail, ATTEMPT);
    }

    private SmtpEmailSender sender() {
        return new SmtpEmailSender(
                realm -> SmtpSettings.of(config),
                Optional.empty(),
                Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));
    }

    private MimeMessage received() throws Exception {
        assertThat(server.mails()).hasSize(1);
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(server.mails().get(0).getBytes(StandardCharsets.ISO_8859_1)));
    }
}

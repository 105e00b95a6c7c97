package es.clave.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesAreHeldToTheirFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.es",
                "ana@",
                "ana@b@c",
                "ana@example.es\r\nBcc: all@example.es",
                "ana@example.es, other@example.es",
                "Ana <ana@example.es>",
                "a na@example.es"
            })
    void aMailGoesToOneAddress(String to) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Email(to, "subject", "text", List.of(), Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "two\r\nBcc: all@example.es"})
    void aSubjectIsALine(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Email("ana@example.es", subject, "text", List.of(), Instant.EPOCH));
    }

    @Test
    void whatNoMailServerTakesIsRefusedAtOnce() {
        Attachment half = new Attachment("a.bin", "application/octet-stream", new byte[3 * 1024 * 1024]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Email("ana@example.es", "s", "t", List.of(half, half), Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a.pdf", "a/b.pdf", "a\\b.pdf", ".hidden", "a\nb.pdf", "a\"b.pdf"})
    void anAttachmentsNameIsTheNameOfAFile(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Attachment(name, "application/pdf", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pdf", "text/calendar\r\nX: y", "text/calendar; a"})
    void anAttachmentsTypeIsAMediaType(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Attachment("a.pdf", type, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "../../etc/x", "lower-case", "WITH SPACE"})
    void aLettersReferenceIsSafeAsTheNameOfAFile(String reference) {
        Letter letter = Samples.letter();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letter(
                        reference,
                        letter.addressLines(),
                        "ES",
                        Locale.ROOT,
                        letter.document(),
                        1,
                        "",
                        List.of(),
                        Instant.EPOCH));
    }

    @Test
    void whatIsAttachedCannotBeChangedAfterwards() {
        byte[] content = {1, 2, 3};
        Attachment attachment = new Attachment("a.bin", "application/octet-stream", content);
        content[0] = 9;
        attachment.content()[1] = 9;

        assertThat(attachment.content()).containsExactly(1, 2, 3);
    }

    @Test
    void theirTextFormTellsNothing() {
        assertThat(Samples.email().toString()
                        + Samples.letter()
                        + Envelope.of(Samples.email())
                        + Envelope.of(Samples.letter()))
                .doesNotContain("ana@", "cita", "ANA", "Mayor", "28921");
    }
}

package es.clave.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import es.clave.identity.MobileNumber;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SmsTest {

    private static final MobileNumber NUMBER = MobileNumber.of("+34600000001");

    @Test
    void aTextOfTwoSegmentsIsNoSms() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sms(NUMBER, "a".repeat(161), Instant.EPOCH));
    }

    @Test
    void aTextInAnotherAlphabetIsNoSmsAndIsNotQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sms(NUMBER, "el PIN está: 123456", Instant.EPOCH))
                .satisfies(mistake -> assertThat(mistake.getMessage()).doesNotContain("123456"));
    }

    @Test
    void itsTextFormTellsNeitherNumberNorText() {
        assertThat(new Sms(NUMBER, "123456", Instant.EPOCH)).asString().doesNotContain("123456", "600000001");
        assertThat(new Envelope.OfSms(Optional.of(NUMBER), "123456")).asString().doesNotContain("123456", "600000001");
    }
}

package es.clave.messaging.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.messaging.SendResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioErrorTest {

    @Test
    void noCodeIsThereTwice() {
        assertThat(Arrays.stream(TwilioError.values()).map(TwilioError::code)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(TwilioError.class)
    void theReadmeListsEveryCodeWithItsFate(TwilioError error) throws IOException {
        String row = "| " + error.code() + " | " + error.reason().replaceFirst("twilio \\d+: ", "") + " | "
                + switch (error.fate()) {
                    case RETRY -> "retry";
                    case GIVE_UP -> "give up";
                    case BAD_NUMBER -> "bad number";
                }
                + " |";

        assertThat(Files.readString(Path.of("README.md"))).contains(row);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
    void withoutAKnownCodeTheseStatusesAreWorthAnotherTry(int status) {
        assertThat(TwilioError.result(Optional.empty(), status)).isEqualTo(new SendResult.Retry("HTTP " + status));
        assertThat(TwilioError.result(Optional.of(99999), status))
                .isEqualTo(new SendResult.Retry("twilio 99999, HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 413, 422})
    void withoutAKnownCodeTheseStatusesAreNot(int status) {
        assertThat(TwilioError.result(Optional.empty(), status)).isEqualTo(new SendResult.GiveUp("HTTP " + status));
    }

    @Test
    void theCodeSaysMoreThanTheStatus() {
        assertThat(TwilioError.result(Optional.of(21211), 400)).isInstanceOf(SendResult.Unreachable.class);
        assertThat(TwilioError.result(Optional.of(21611), 400)).isInstanceOf(SendResult.Retry.class);
    }
}

package es.clave.appapi.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import es.clave.appapi.Body;
import org.junit.jupiter.api.Test;

class DeviceNameTest {

    @Test
    void aNameIsKeptWithoutWhatCannotBeSeen() {
        assertThat(name("  Google\\tPixel 9\\u202e\\u0000  (Lluís)\\n ")).isEqualTo("Google Pixel 9 (Lluís)");
    }

    @Test
    void aNameHasSomethingToReadAndSixtyCharactersAtMost() {
        assertThatThrownBy(() -> name(" \\u200b ")).hasMessage("name_empty");
        assertThat(name("x".repeat(60))).hasSize(60);
        assertThatThrownBy(() -> name("x".repeat(61))).hasMessage("name_too_long");
    }

    private static String name(String json) {
        return DeviceName.of(Body.of("{\"name\":\"" + json + "\"}"), "name");
    }
}

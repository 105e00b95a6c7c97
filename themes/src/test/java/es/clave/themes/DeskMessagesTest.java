package es.clave.themes;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.messaging.Gsm7;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeskMessagesTest {

    static Stream<String> languages() {
        return Bundle.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatTheDeskChangedIsToldInOneSegment(String language) {
        assertThat(DeskSamples.SMS).allSatisfy(key -> assertThat(Gsm7.fitsOneSegment(
                        Gsm7.transliterate(Bundle.own(language).get(key))))
                .as(key)
                .isTrue());
    }
}

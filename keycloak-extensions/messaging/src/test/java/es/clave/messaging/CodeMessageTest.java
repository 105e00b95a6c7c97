package es.clave.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.OneTimeCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CodeMessageTest {

    private static final OneTimeCode PIN = OneTimeCode.parse("012345").orElseThrow();
    private static final String PATTERN = "Cl@ve: {0} es su PIN para {1}. Vale {2} minutos. No lo comparta con nadie.";

    @Test
    void namesTheAgencyAndEndsWithTheLineThatFillsThePinIn() {
        assertThat(message(PATTERN).text(PIN, "Ayuntamiento de Villaclara", 10))
                .isEqualTo(
                        "Cl@ve: 012345 es su PIN para Ayuntamiento de Villaclara. Vale 10 minutos. No lo comparta con"
                                + " nadie.\n\n@clave.gob.es #012345");
    }

    @Test
    void aLongAgencyNameIsShortenedUntilOneSegmentHoldsIt() {
        String text = message(PATTERN)
                .text(PIN, "Consejería de Educación, Universidades y Formación de Ejemplo".repeat(3), 10);
        assertThat(Gsm7.fitsOneSegment(text)).isTrue();
        assertThat(text).contains("012345").contains("Consejeria de Educacion").endsWith("\n\n@clave.gob.es #012345");
    }

    @Test
    void lettersThatTheAlphabetLacksLoseTheirAccents() {
        assertThat(message(PATTERN).text(PIN, "Paeria d'Alcúdia — ça", 10)).contains("Paeria d'Alcudia - ca");
    }

    @Test
    void aTextThatIsTooLongStillBringsThePin() {
        String text = message("{0} ".repeat(40) + "{1}").text(PIN, "Agencia", 10);
        assertThat(Gsm7.fitsOneSegment(text)).isTrue();
        assertThat(text).contains("012345").endsWith("\n\n@clave.gob.es #012345");
    }

    private static CodeMessage message(String pattern) {
        return new CodeMessage(pattern, Locale.forLanguageTag("es"), "clave.gob.es");
    }
}

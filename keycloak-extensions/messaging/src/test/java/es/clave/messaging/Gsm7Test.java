package es.clave.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gsm7Test {

    /**
     * 3GPP TS 23.038, 6.2.1, as code points from 0x00 to 0x7F, eight a line; -1 is the escape to the extension table.
     */
    private static final int[] DEFAULT_ALPHABET = {
        0x0040, 0x00A3, 0x0024, 0x00A5, 0x00E8, 0x00E9, 0x00F9, 0x00EC,
        0x00F2, 0x00C7, 0x000A, 0x00D8, 0x00F8, 0x000D, 0x00C5, 0x00E5,
        0x0394, 0x005F, 0x03A6, 0x0393, 0x039B, 0x03A9, 0x03A0, 0x03A8,
        0x03A3, 0x0398, 0x039E, -1, 0x00C6, 0x00E6, 0x00DF, 0x00C9,
        0x0020, 0x0021, 0x0022, 0x0023, 0x00A4, 0x0025, 0x0026, 0x0027,
        0x0028, 0x0029, 0x002A, 0x002B, 0x002C, 0x002D, 0x002E, 0x002F,
        0x0030, 0x0031, 0x0032, 0x0033, 0x0034, 0x0035, 0x0036, 0x0037,
        0x0038, 0x0039, 0x003A, 0x003B, 0x003C, 0x003D, 0x003E, 0x003F,
        0x00A1, 0x0041, 0x0042, 0x0043, 0x0044, 0x0045, 0x0046, 0x0047,
        0x0048, 0x0049, 0x004A, 0x004B, 0x004C, 0x004D, 0x004E, 0x004F,
        0x0050, 0x0051, 0x0052, 0x0053, 0x0054, 0x0055, 0x0056, 0x0057,
        0x0058, 0x0059, 0x005A, 0x00C4, 0x00D6, 0x00D1, 0x00DC, 0x00A7,
        0x00BF, 0x0061, 0x0062, 0x0063, 0x0064, 0x0065, 0x0066, 0x0067,
        0x0068, 0x0069, 0x006A, 0x006B, 0x006C, 0x006D, 0x006E, 0x006F,
        0x0070, 0x0071, 0x0072, 0x0073, 0x0074, 0x0075, 0x0076, 0x0077,
        0x0078, 0x0079, 0x007A, 0x00E4, 0x00F6, 0x00F1, 0x00FC, 0x00E0,
    };

    /** 6.2.1.1: page break, ^ { } \ [ ~ ] | and the euro. */
    private static final int[] EXTENSION = {0x0C, 0x5E, 0x7B, 0x7D, 0x5C, 0x5B, 0x7E, 0x5D, 0x7C, 0x20AC};

    @Test
    void everyCharacterTakesWhatTheStandardSaysAndNoOtherIsIn() {
        Map<Integer, Integer> expected = new HashMap<>();
        for (int codePoint : DEFAULT_ALPHABET) {
            expected.put(codePoint, 1);
        }
        for (int codePoint : EXTENSION) {
            expected.put(codePoint, 2);
        }
        expected.remove(-1);
        assertThat(expected).hasSize(127 + 10);

        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            assertThat(Gsm7.septets(Character.toString(codePoint)))
                    .as("U+%04X", codePoint)
                    .isEqualTo(expected.getOrDefault(codePoint, -1));
        }
    }

    @Test
    void theCapitalCedillaIsInAndTheSmallOneIsNot() {
        assertThat(Gsm7.septets("Ç")).isEqualTo(1);
        assertThat(Gsm7.septets("ç")).isEqualTo(-1);
        assertThat(Gsm7.transliterate("Força Ç")).isEqualTo("Forca Ç");
    }

    @Test
    void ofTheSpanishVowelsOnlyTheSmallEKeepsItsAccent() {
        assertThat(Gsm7.transliterate("áéíóúüñ ÁÉÍÓÚÜÑ")).isEqualTo("aéiouüñ AÉIOUÜÑ");
    }

    @Test
    void aSegmentIs160SeptetsAndNotOneMore() {
        assertThat(Gsm7.fitsOneSegment("a".repeat(160))).isTrue();
        assertThat(Gsm7.fitsOneSegment("a".repeat(161))).isFalse();
        assertThat(Gsm7.fitsOneSegment("€".repeat(80))).isTrue();
        assertThat(Gsm7.fitsOneSegment("€".repeat(80) + "a")).isFalse();
        assertThat(Gsm7.fitsOneSegment("á")).isFalse();
        assertThat(Gsm7.fitsOneSegment("")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Col·legi d’Advocats | Col.legi d'Advocats",
                "Ajuntament de l'Hospitalet | Ajuntament de l'Hospitalet",
                "Paraŀlel | Paral.lel",
                "Xunta — Consellería | Xunta - Consellería",
                "«Trámites» “en línea” | \"Tramites\" \"en linea\"",
                "1.º y 2.ª… | 1.o y 2.a...",
                "Bizkaiko Foru Aldundia | Bizkaiko Foru Aldundia",
                "Gestión № 5 | Gestion No 5",
            })
    void namesOfAgenciesStayReadable(String name, String sent) {
        assertThat(Gsm7.transliterate(name)).isEqualTo(Gsm7.transliterate(sent)).isEqualTo(sent.replace('í', 'i'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"漢", "😀", "\u0000", "\uD800", "ж", "\u001B"})
    void whatHasNoLikenessBecomesAQuestionMark(String character) {
        assertThat(Gsm7.transliterate("a" + character + "b")).isEqualTo("a?b");
    }

    @Property
    void everyTextCanBeWritten(@ForAll String text) {
        assertThat(Gsm7.septets(Gsm7.transliterate(text))).isNotNegative();
    }

    @Property
    void whatCanBeWrittenIsNotChanged(@ForAll String text) {
        String written = Gsm7.transliterate(text);

        assertThat(Gsm7.transliterate(written)).isEqualTo(written);
    }
}

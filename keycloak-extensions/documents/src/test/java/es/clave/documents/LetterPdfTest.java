package es.clave.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import es.clave.documents.ReadPdf.Glyph;
import es.clave.identity.LetterCode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterPdfTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    static List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void itIsOneSheetThatCarriesTheCodeGrouped(Locale language) throws Exception {
        LetterCode code = Samples.letterCode();
        Pdf pdf = LetterPdf.of(Samples.letter(language, code));

        assertThat(pdf.pages()).isEqualTo(1);
        try (ReadPdf read = new ReadPdf(pdf)) {
            assertThat(read.document().getNumberOfPages()).isEqualTo(1);
            assertThat(read.text())
                    .contains(code.grouped(), "2026", "CARTA-7Q3K-PXW2")
                    .contains("MARÍA BEGOÑA IÑIGUEZ DE ONZOÑO")
                    .doesNotContain("{0}", "?");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void itsQrOpensThePageAndDoesNotCarryTheCode(Locale language) throws Exception {
        LetterCode code = Samples.letterCode();
        try (ReadPdf read = new ReadPdf(LetterPdf.of(Samples.letter(language, code)))) {
            assertThat(read.qr()).isEqualTo(Samples.PAGE.toString()).doesNotContain(code.value());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theWindowShowsTheAddressWhereverTheSheetLiesInItAndNothingElse(Locale language) throws Exception {
        try (ReadPdf read = new ReadPdf(LetterPdf.of(Samples.letter(language, Samples.letterCode())))) {
            List<Glyph> shown =
                    read.glyphs().stream().filter(LetterPdfTest::mayShow).toList();

            assertThat(shown).allMatch(LetterPdfTest::showsAlways);
            assertThat(String.join("", shown.stream().map(Glyph::letter).toList()))
                    .contains("Setembre", "08901", "Barcelona");
            assertThat(shown).hasSizeLessThan(200);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aReminderIsOneSheetWithoutACode(Locale language) throws Exception {
        Pdf pdf = LetterPdf.of(Samples.reminder(language));

        assertThat(pdf.pages()).isEqualTo(1);
        try (ReadPdf read = new ReadPdf(pdf)) {
            assertThat(read.text())
                    .contains(Texts.in(language).text("letter.reminderTitle"), "24", "15", "2026")
                    .doesNotContainPattern("[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}")
                    .doesNotContain("{0}");
            assertThat(read.qr()).isEqualTo(Samples.PAGE.toString());
        }
    }

    @Test
    void aLongAddressIsSetSmallerAndNotCut() throws Exception {
        List<String> address = List.of(
                "MARÍA DE LOS DESAMPARADOS FERNÁNDEZ DE CÓRDOBA Y ÁLVAREZ DE TOLEDO",
                "Urbanización Los Almendros de la Sierra Norte, calle de la Encina, parcela 1234, portal 12",
                "escalera derecha, planta 10.ª, puerta C",
                "28001 San Sebastián de los Reyes del Campo y la Vega de Arriba",
                "Comunidad Foral y Provincia de Prueba",
                "PAÍSES BAJOS");
        try (ReadPdf read = new ReadPdf(LetterPdf.of(Samples.letter(SPANISH, Samples.letterCode(), address)))) {
            List<Glyph> shown =
                    read.glyphs().stream().filter(LetterPdfTest::mayShow).toList();

            assertThat(shown).allMatch(LetterPdfTest::showsAlways);
            assertThat(read.text()).contains("TOLEDO", "puerta C", "PAÍSES BAJOS");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Àngels Güell · Lluïsa Çeré",
                "Iñaki Muñoz Agirre",
                "Xoán Vázquez da Fonte",
                "Łukasz Škvorecký Țurcanu Ğül Ñ",
                "Νίκος Παπαδόπουλος",
                "Владимир Иванов"
            })
    void namesAreWrittenAsTheyAre(String name) throws Exception {
        try (ReadPdf read = new ReadPdf(LetterPdf.of(Samples.letter(SPANISH, Samples.letterCode(), List.of(name))))) {
            assertThat(read.text()).contains(name);
        }
    }

    @Test
    void aNameInLettersThatTheTypefaceLacksStopsNoLetter() throws Exception {
        LetterCode code = Samples.letterCode();
        try (ReadPdf read = new ReadPdf(LetterPdf.of(Samples.letter(SPANISH, code, List.of("张伟 Wei 🙂\tZhang"))))) {
            assertThat(read.text()).contains("?? Wei ??Zhang", code.grouped());
        }
    }

    @Test
    void anAddressThatDoesNotFitTheWindowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Samples.letter(SPANISH, Samples.letterCode(), Collections.nCopies(7, "Una línea más")));
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.letter(SPANISH, Samples.letterCode(), List.of()));
    }

    @Test
    void someoneWithAnotherLanguageGetsSpanish() throws Exception {
        try (ReadPdf read =
                new ReadPdf(LetterPdf.of(Samples.letter(Locale.forLanguageTag("de-AT"), Samples.letterCode())))) {
            assertThat(read.text()).contains("Carta de invitación");
            assertThat(read.document().getDocumentCatalog().getLanguage()).isEqualTo("es");
        }
    }

    private static boolean mayShow(Glyph glyph) {
        return !glyph.letter().isBlank()
                && glyph.right() > WindowField.SEEN_LEFT
                && glyph.left() < WindowField.SEEN_RIGHT
                && glyph.bottom() > WindowField.SEEN_TOP
                && glyph.top() < WindowField.SEEN_BOTTOM;
    }

    private static boolean showsAlways(Glyph glyph) {
        return glyph.left() >= WindowField.SAFE_LEFT
                && glyph.right() <= WindowField.SAFE_RIGHT
                && glyph.top() >= WindowField.SAFE_TOP
                && glyph.bottom() <= WindowField.SAFE_BOTTOM;
    }
}

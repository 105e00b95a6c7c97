package es.clave.documents;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.RegistrationLevel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptPdfTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    static List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void itSaysWhatWasRegisteredAndCarriesTheActivationCode(Locale language) throws Exception {
        for (RegistrationLevel level : RegistrationLevel.values()) {
            RegistrationReceipt receipt = Samples.receipt(language, level, Optional.empty());
            Pdf pdf = ReceiptPdf.of(receipt);

            assertThat(pdf.pages()).isEqualTo(1);
            try (ReadPdf read = new ReadPdf(pdf)) {
                assertThat(read.text())
                        .contains(
                                receipt.code().grouped(),
                                "María Begoña Iñiguez de Onzoño Çelik",
                                "00000000T",
                                "+34600000001",
                                "begona@example.es",
                                "19:05",
                                Texts.in(language).text("receipt.level." + level))
                        .doesNotContain("{0}", "?");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void atTheDeskItHasRoomForTwoSignatures(Locale language) throws Exception {
        Pdf pdf = ReceiptPdf.of(
                Samples.receipt(language, RegistrationLevel.ADVANCED, Optional.of("Delegación de la AEAT, Burgos")));

        assertThat(pdf.pages()).isLessThanOrEqualTo(2);
        try (ReadPdf read = new ReadPdf(pdf)) {
            assertThat(read.text())
                    .contains(
                            "Delegación de la AEAT, Burgos", Texts.in(language).text("receipt.signCitizen"));
        }
    }

    @Test
    void elsewhereNobodySigns() throws Exception {
        try (ReadPdf read =
                new ReadPdf(ReceiptPdf.of(Samples.receipt(SPANISH, RegistrationLevel.BASIC, Optional.empty())))) {
            assertThat(read.text()).doesNotContain("Firmas");
        }
    }

    @Test
    void inASentenceOfTheLogItNamesNobody() {
        assertThat(Samples.receipt(SPANISH, RegistrationLevel.BASIC, Optional.empty()))
                .asString()
                .isEqualTo("RegistrationReceipt[****]");
    }
}

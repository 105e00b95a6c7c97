package es.clave.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.utils.FormMessage;

class TypedDocumentTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', '', nationalIdEmpty, contrastDatumEmpty",
                "hola, '', nationalIdMalformed, contrastDatumEmpty",
                "hola, 01/02/2030, nationalIdMalformed, -",
                "00000000A, 01/02/2030, nationalIdWrongLetter, -",
                "00000000, 01/02/2030, nationalIdLetterMissing, -",
                "00000000T, '', -, contrastDatumEmpty",
                "00000000T, E00000000, -, contrastDatumMalformedDate",
                "00000000T, 30/02/2030, -, contrastDatumNoSuchDate",
                "00000000T, 01/01/9999, -, contrastDatumPermanentExpiry",
                "X0000000T, 01/02/2030, -, contrastDatumMalformedSupportNumber"
            })
    void eachMistakeHasItsOwnMessageAtItsField(String id, String datum, String idMessage, String datumMessage) {
        TypedDocument typed = new TypedDocument(id, datum);
        assertThat(typed.document()).isEmpty();
        assertThat(message(typed, TypedDocument.NATIONAL_ID)).isEqualTo(idMessage);
        assertThat(message(typed, TypedDocument.CONTRAST_DATUM)).isEqualTo(datumMessage);
    }

    @Test
    void aDocumentThatWasUnderstoodHasNoMistakes() {
        TypedDocument typed = new TypedDocument(" 00.000.000-t ", "1/2/2030");
        assertThat(typed.mistakes()).isEmpty();
        assertThat(typed.document()).hasValueSatisfying(document -> {
            assertThat(document.nationalId().value()).isEqualTo("00000000T");
            assertThat(document.datum().value()).isEqualTo("2030-02-01");
        });
    }

    @Test
    void itsTextFormSaysNothingOfWhatWasTyped() {
        assertThat(new TypedDocument("00000000T", "01/02/2030").toString()).doesNotContain("0000", "2030");
    }

    private static String message(TypedDocument typed, String field) {
        List<String> keys = typed.mistakes().stream()
                .filter(message -> field.equals(message.getField()))
                .map(FormMessage::getMessage)
                .toList();
        assertThat(keys).hasSizeLessThanOrEqualTo(1);
        return keys.isEmpty() ? null : keys.get(0);
    }
}

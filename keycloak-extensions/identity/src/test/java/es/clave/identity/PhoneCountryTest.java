package es.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneCountryTest {

    @ParameterizedTest
    @CsvSource({
        "612345678, ES, +34612345678",
        "0612345678, FR, +33612345678",
        "912 345 678, PT, +351912345678",
        "+33 6 12 34 56 78, ES, +33612345678",
        "0033612345678, ES, +33612345678",
        "650-123456, MA, +212650123456"
    })
    void aNumberIsOfTheCountryThatWasChosenUnlessAPrefixSaysOtherwise(String typed, String region, String e164) {
        assertThat(MobileNumber.parse(typed, PhoneCountry.of(region).orElseThrow())
                        .orElseThrow()
                        .e164())
                .isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX", "es", "ESP", "001"})
    void whatIsNoCountryIsNone(String region) {
        assertThat(PhoneCountry.of(region)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "ca", "eu", "gl", "en"})
    void everyLanguageHasItsOwnNamesInItsOwnOrder(String tag) {
        Locale language = Locale.forLanguageTag(tag);

        List<String> names = PhoneCountry.all(language).stream()
                .map(country -> country.name(language))
                .toList();

        assertThat(names).hasSizeGreaterThan(200).doesNotContain("");
        assertThat(PhoneCountry.HOME.name(language)).isIn("España", "Espanya", "Espainia", "Spain");
    }

    @Test
    void aNumberIsWrittenForPeople() {
        assertThat(MobileNumber.of("+34600000001").international()).isEqualTo("+34 600 00 00 01");
    }
}

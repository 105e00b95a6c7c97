package es.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import es.clave.identity.MobileNumber.Mistake;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    @ParameterizedTest
    @CsvSource({
        "600000001, +34600000001",
        "600 00 00 01, +34600000001",
        "600-000-001, +34600000001",
        "+34 600 000 001, +34600000001",
        "0034 600000001, +34600000001",
        "(+34) 600.000.001, +34600000001",
        "711 23 45 67, +34711234567",
        "+34/600/000/001, +34600000001",
        "+44 (0) 7400 123456, +447400123456",
        "+33 6 12 34 56 78, +33612345678",
        "+44 7400 123456, +447400123456",
        "+351 912 345 678, +351912345678",
        "+1 201 555 0123, +12015550123",
    })
    void aMobileNumberOfAnyCountryIsBroughtToTheNormalForm(String typed, String e164) {
        assertThat(MobileNumber.of(typed).e164()).isEqualTo(e164);
    }

    @Test
    void marksThatAddressBooksAddArePassedOver() {
        assertThat(MobileNumber.of("\u202a+34\u00a0600\u00a0000\u00a0001\u202c").e164())
                .isEqualTo("+34600000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200e", "-"})
    void nothingTypedIsItsOwnMistake(String typed) {
        assertThat(MobileNumber.parse(typed).invalid()).contains(Mistake.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "910 000 000",
                "+34 932 345 678",
                "+33 1 23 45 67 89",
                "900 123 456",
                "803 123 456",
                "+44 20 7946 0018"
            })
    void landlinesAndServicesAreTheirOwnMistake(String typed) {
        assertThat(MobileNumber.parse(typed).invalid()).contains(Mistake.NOT_MOBILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6",
                "60000000",
                "6000000011",
                "+",
                "++34600000001",
                "+999 600000001",
                "600 TAXI 01",
                "600000001 ext. 5",
                "600000001;ext=5",
                "600000001#",
                "tel:600000001",
                "112",
                "\u0666\u0660\u0660000001",
                "600000001\u0000",
                "\uff16\uff10\uff10000001",
                "600000001' --",
                "12345678Z"
            })
    void anythingElseIsMalformed(String typed) {
        assertThat(MobileNumber.parse(typed).invalid()).contains(Mistake.MALFORMED);
    }

    @Property
    void everySpanishMobileSurvivesBeingTyped(@ForAll("spanishAsTyped") String typed) {
        String digits = typed.replaceAll("[^0-9]", "");

        assertThat(MobileNumber.of(typed).e164()).isEqualTo("+34" + digits);
    }

    @Property
    void theNormalFormIsReadBackAsTheSame(@ForAll("countries") String country) {
        MobileNumber number = MobileNumber.of(LIBRARY.format(
                LIBRARY.getExampleNumberForType(country, PhoneNumberType.MOBILE), PhoneNumberFormat.INTERNATIONAL));

        assertThat(MobileNumber.of(number.e164())).isEqualTo(number).hasSameHashCodeAs(number);
    }

    @Property
    void noTextMakesAnInvalidOne(@ForAll("anyText") String text) {
        MobileNumber.parse(text).valid().ifPresent(number -> {
            assertThat(number.e164()).matches("\\+[1-9][0-9]{5,14}");
            assertThat(MobileNumber.of(number.e164())).isEqualTo(number);
        });
    }

    @Property
    void onlyTheLastTwoDigitsAreEverShown(@ForAll @IntRange(min = 600_000_000, max = 699_999_999) int typed) {
        MobileNumber number = MobileNumber.of(String.valueOf(typed));
        String ending = String.valueOf(typed).substring(7);

        assertThat(number.lastDigits()).isEqualTo(ending);
        assertThat(number.masked()).isEqualTo("****" + ending);
        assertThat(number).hasToString(number.masked());
        assertThat(MobileNumber.parse(String.valueOf(typed)).toString()).doesNotContain(String.valueOf(typed));
    }

    @Test
    void theExceptionForABadOneNamesTheMistakeAndNotTheText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MobileNumber.of("910000000"))
                .withMessage("NOT_MOBILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", " ", "+", "(", "\u200e", "6 "})
    void aTextOfAMillionCharactersIsAnsweredAtOnce(String part) {
        String text = "6" + part.repeat(AnyText.LONG / part.length()) + "!";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(MobileNumber.parse(text).invalid()).contains(Mistake.MALFORMED));
    }

    @Provide
    Arbitrary<String> spanishAsTyped() {
        return Arbitraries.integers()
                .between(600_000_000, 699_999_999)
                .flatMap(number -> AnyText.asTyped(String.valueOf(number)));
    }

    @Provide
    Arbitrary<String> countries() {
        return Arbitraries.of(LIBRARY.getSupportedRegions().stream()
                .filter(region -> LIBRARY.getExampleNumberForType(region, PhoneNumberType.MOBILE) != null)
                .sorted()
                .toList());
    }

    @Provide
    Arbitrary<String> anyText() {
        return AnyText.whatsoever();
    }
}

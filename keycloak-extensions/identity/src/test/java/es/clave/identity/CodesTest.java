package es.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void aOneTimeCodeIsSixDigitsAndEveryDigitOfEveryPlaceIsEquallyLikely() {
        int codes = 100_000;
        int[][] seen = new int[6][10];
        for (int i = 0; i < codes; i++) {
            String code = OneTimeCode.random(RANDOM).value();
            assertThat(code).matches("[0-9]{6}");
            for (int place = 0; place < 6; place++) {
                seen[place][code.charAt(place) - '0']++;
            }
        }
        for (int[] place : seen) {
            // Chi squared with 9 degrees of freedom: above 45 once in a million draws of a fair source.
            assertThat(chiSquared(place, codes)).isLessThan(45);
        }
    }

    @Test
    void everyCharacterOfALetterCodeIsEquallyLikely() {
        assertThat(charactersAreUniform(() -> LetterCode.random(RANDOM).value(), 31))
                .isLessThan(85);
    }

    @Test
    void everyCharacterOfAnActivationCodeIsEquallyLikely() {
        assertThat(charactersAreUniform(() -> ActivationCode.random(RANDOM).value(), 32))
                .isLessThan(87);
    }

    @Test
    void aLetterCodeHasNoCharacterThatIsTakenForAnother() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(LetterCode.random(RANDOM).value())
                    .matches("[A-Z0-9]{16}")
                    .doesNotContain("0", "O", "1", "I", "L");
        }
    }

    @Test
    void twoRandomCodesAreNeverTheSame() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(codes.add(LetterCode.random(RANDOM).value())).isTrue();
            assertThat(codes.add(ActivationCode.random(RANDOM).value())).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"123456, 123456", "'123 456', 123456", "123-456, 123456", "' 000000 ', 000000", "012345, 012345"})
    void aOneTimeCodeIsReadAsTyped(String typed, String digits) {
        assertThat(OneTimeCode.parse(typed).orElseThrow().value()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "\u200b"})
    void noOneTimeCodeTypedIsItsOwnMistake(String typed) {
        assertThat(OneTimeCode.parse(typed).invalid()).contains(OneTimeCode.Mistake.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "1234567",
                "12345a",
                "\u0661\u0662\u0663\u0664\u0665\u0666",
                "12345\u0000",
                "\uff1123456",
                "+12345",
                "1e5"
            })
    void anythingButSixDigitsIsNoOneTimeCode(String typed) {
        assertThat(OneTimeCode.parse(typed).invalid()).contains(OneTimeCode.Mistake.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "ABCDEFGHJKMN2345, ABCDEFGHJKMN2345",
        "abcd efgh jkmn 2345, ABCDEFGHJKMN2345",
        "ABCD-EFGH-JKMN-2345, ABCDEFGHJKMN2345"
    })
    void aLetterCodeIsReadAsTyped(String typed, String code) {
        assertThat(LetterCode.parse(typed).orElseThrow().value()).isEqualTo(code);
    }

    @Test
    void theMistakesInALetterCodeAreToldApart() {
        assertThat(LetterCode.parse(" ").invalid()).contains(LetterCode.Mistake.EMPTY);
        assertThat(LetterCode.parse("ABCD").invalid()).contains(LetterCode.Mistake.WRONG_LENGTH);
        assertThat(LetterCode.parse("ABCDEFGHJKMN23456").invalid()).contains(LetterCode.Mistake.WRONG_LENGTH);
        assertThat(LetterCode.parse("ABCDEFGHJKMN2340").invalid()).contains(LetterCode.Mistake.MALFORMED);
        assertThat(LetterCode.parse("ABCDEFGHJKMN234Ñ").invalid()).contains(LetterCode.Mistake.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789ABCDEF, 0123456789ABCDEF",
        "o123 4567 89ab cdef, 0123456789ABCDEF",
        "OI23456789ABCDEF, 0123456789ABCDEF",
        "ol23-4567-89ab-cdef, 0123456789ABCDEF",
        "GHJK MNPQ RSTV WXYZ, GHJKMNPQRSTVWXYZ"
    })
    void anActivationCodeIsReadAsCrockfordSays(String typed, String code) {
        assertThat(ActivationCode.parse(typed).orElseThrow().value()).isEqualTo(code);
    }

    @Test
    void theMistakesInAnActivationCodeAreToldApart() {
        assertThat(ActivationCode.parse("").invalid()).contains(ActivationCode.Mistake.EMPTY);
        assertThat(ActivationCode.parse("0123").invalid()).contains(ActivationCode.Mistake.WRONG_LENGTH);
        assertThat(ActivationCode.parse("U123456789ABCDEF").invalid()).contains(ActivationCode.Mistake.MALFORMED);
    }

    @Property(tries = 200)
    void everyCodeSurvivesBeingTyped(@ForAll("codes") Codes codes) {
        assertThat(OneTimeCode.parse(codes.oneTime().value()).valid()).contains(codes.oneTime());
        assertThat(LetterCode.parse(codes.letter().grouped()).valid()).contains(codes.letter());
        assertThat(ActivationCode.parse(codes.activation().grouped().toLowerCase(Locale.ROOT))
                        .valid())
                .contains(codes.activation());
        assertThat(codes.letter().grouped()).matches("([^ ]{4} ){3}[^ ]{4}");
        assertThat(codes.activation().grouped()).matches("([^ ]{4} ){3}[^ ]{4}");
    }

    @Property
    void noTextMakesAnInvalidOne(@ForAll("anyText") String text) {
        OneTimeCode.parse(text).valid().ifPresent(code -> assertThat(code.value())
                .matches("[0-9]{6}"));
        LetterCode.parse(text).valid().ifPresent(code -> assertThat(code.value())
                .matches("[A-HJKMNP-Z2-9]{16}"));
        ActivationCode.parse(text).valid().ifPresent(code -> assertThat(code.value())
                .matches("[0-9A-HJKMNP-TV-Z]{16}"));
    }

    @Property(tries = 100)
    void printingACodeDoesNotTellIt(@ForAll("codes") Codes codes) {
        assertThat(codes.oneTime().toString()).doesNotContainPattern("[0-9]");
        assertThat(codes.letter()).hasToString("LetterCode[****]");
        assertThat(codes.activation()).hasToString("ActivationCode[****]");
        assertThat(OneTimeCode.parse(codes.oneTime().value()).toString())
                .doesNotContain(codes.oneTime().value());
    }

    @Test
    void codesAreEqualWhenTheirCharactersAre() {
        OneTimeCode code = OneTimeCode.parse("123456").orElseThrow();

        assertThat(code)
                .isEqualTo(OneTimeCode.parse("123 456").orElseThrow())
                .hasSameHashCodeAs(OneTimeCode.parse("123456").orElseThrow())
                .isNotEqualTo(OneTimeCode.parse("123457").orElseThrow());
        assertThat(LetterCode.parse("ABCDEFGHJKMN2345").orElseThrow())
                .isNotEqualTo(LetterCode.parse("ABCDEFGHJKMN2346").orElseThrow());
        assertThat(ActivationCode.parse("0123456789ABCDEF").orElseThrow())
                .isNotEqualTo(ActivationCode.parse("0123456789ABCDEG").orElseThrow());
    }

    @Test
    void theServersLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(OneTimeCode.random(RANDOM).value()).matches("[0-9]{6}");
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(ActivationCode.parse("i123456789abcdef").orElseThrow().value())
                    .isEqualTo("1123456789ABCDEF");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "A", "\u0000", "1 "})
    void aTextOfAMillionCharactersIsAnsweredAtOnce(String part) {
        String text = part.repeat(AnyText.LONG / part.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(OneTimeCode.parse(text).invalid()).contains(OneTimeCode.Mistake.MALFORMED);
            assertThat(LetterCode.parse(text).invalid()).contains(LetterCode.Mistake.WRONG_LENGTH);
            assertThat(ActivationCode.parse(text).invalid()).contains(ActivationCode.Mistake.WRONG_LENGTH);
        });
    }

    private static double charactersAreUniform(Supplier<String> codes, int alphabet) {
        int[] seen = new int[128];
        int drawn = 10_000;
        for (int i = 0; i < drawn; i++) {
            codes.get().chars().forEach(c -> seen[c]++);
        }
        int[] used = Arrays.stream(seen).filter(count -> count > 0).toArray();
        assertThat(used).hasSize(alphabet);
        return chiSquared(used, drawn * 16);
    }

    private static double chiSquared(int[] seen, int drawn) {
        double expected = (double) drawn / seen.length;
        Function<Integer, Double> deviation = count -> (count - expected) * (count - expected) / expected;
        return Arrays.stream(seen).boxed().map(deviation).mapToDouble(d -> d).sum();
    }

    record Codes(OneTimeCode oneTime, LetterCode letter, ActivationCode activation) {}

    @Provide
    Arbitrary<Codes> codes() {
        return Arbitraries.create(
                () -> new Codes(OneTimeCode.random(RANDOM), LetterCode.random(RANDOM), ActivationCode.random(RANDOM)));
    }

    @Provide
    Arbitrary<String> anyText() {
        return AnyText.whatsoever();
    }
}

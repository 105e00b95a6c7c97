package es.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import es.clave.identity.NationalId.Mistake;
import java.time.Duration;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {

    private static final String TABLE = "TRWAGMYFPDXBNJZSQVHLCKE";

    @ParameterizedTest
    @CsvSource({
        "0,T", "1,R", "2,W", "3,A", "4,G", "5,M", "6,Y", "7,F", "8,P", "9,D", "10,X", "11,B", "12,N", "13,J", "14,Z",
        "15,S", "16,Q", "17,V", "18,H", "19,L", "20,C", "21,K", "22,E"
    })
    void eachRemainderHasItsLetter(int remainder, char letter) {
        assertThat(new Dni(remainder).value()).isEqualTo("000000%02d%c".formatted(remainder, letter));
        assertThat(new Dni(23 * 4_347_825 + remainder).value()).endsWith(String.valueOf(letter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678Z", "00000000T", "99999999R", "00000001R", "00000023T", "31415926L"})
    void aKnownDniIsRead(String dni) {
        assertThat(NationalId.of(dni)).isInstanceOf(Dni.class);
        assertThat(NationalId.of(dni).value()).isEqualTo(dni);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X0000000T", "X1234567L", "Y1234567X", "Z1234567R", "Y0000000Z", "Z0000000M", "X9999999J"})
    void aKnownNieIsRead(String nie) {
        assertThat(NationalId.of(nie)).isInstanceOf(Nie.class);
        assertThat(NationalId.of(nie).value()).isEqualTo(nie);
    }

    @ParameterizedTest
    @CsvSource({
        "12345678z, 12345678Z",
        "12.345.678-Z, 12345678Z",
        "' 12 345 678 Z ', 12345678Z",
        "12345678–z, 12345678Z",
        "12345678/Z, 12345678Z",
        "x-1234567-l, X1234567L",
        "X 1.234.567 L, X1234567L",
        "1R, 00000001R",
        "0000001R, 00000001R",
        "15S, 00000015S",
        "1234567L, 01234567L",
        "x1r, X0000001R",
        "x0t, X0000000T",
    })
    void whatPeopleTypeIsBroughtToTheNormalForm(String typed, String normal) {
        assertThat(NationalId.of(typed).value()).isEqualTo(normal);
    }

    @Test
    void whatAddressBooksAndWebPagesAddUnseenIsPassedOver() {
        assertThat(NationalId.of("\u202a12345678Z\u202c").value()).isEqualTo("12345678Z");
        assertThat(NationalId.of("\ufeff12345678\u00a0Z\r\n").value()).isEqualTo("12345678Z");
        assertThat(NationalId.of("1234\u200b5678\u2212Z").value()).isEqualTo("12345678Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "-", ". - /", "\u00a0", "\u200b\u200e", "\u3000"})
    void nothingTypedIsItsOwnMistake(String typed) {
        assertThat(NationalId.parse(typed).invalid()).contains(Mistake.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "12.345.678", "1", "X1234567", "y0"})
    void aMissingLetterIsItsOwnMistake(String typed) {
        assertThat(NationalId.parse(typed).invalid()).contains(Mistake.LETTER_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678A", "00000000R", "X1234567A", "12345678I", "12345678O", "12345678U", "0R"})
    void aWrongLetterIsItsOwnMistake(String typed) {
        assertThat(NationalId.parse(typed).invalid()).contains(Mistake.WRONG_LETTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789Z",
                "123456789",
                "X12345678L",
                "X12345678",
                "T",
                "X",
                "XL",
                "XYZ",
                "W1234567L",
                "K1234567L",
                "ABC123456",
                "1234A678Z",
                "12345678ZZ",
                "12345678Ñ",
                "12345678\u0000Z",
                "12345678Z\u0000",
                "12345678Z\u0085",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668Z",
                "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18Z",
                "12345678Z' OR '1'='1",
                "<script>alert(1)</script>",
                "B12345674",
                "+34600000001"
            })
    void anythingElseIsMalformed(String typed) {
        assertThat(NationalId.parse(typed).invalid()).contains(Mistake.MALFORMED);
    }

    @Property
    void everyDniSurvivesBeingTyped(@ForAll("dniAsTyped") Typed typed) {
        assertThat(NationalId.of(typed.text())).isEqualTo(typed.meant());
    }

    @Property
    void everyNieSurvivesBeingTyped(@ForAll("nieAsTyped") Typed typed) {
        assertThat(NationalId.of(typed.text())).isEqualTo(typed.meant());
    }

    @Property
    void onlyOneLetterFitsTheDigits(@ForAll("ids") NationalId id) {
        String digits = id.value().substring(0, 8);
        assertThat("ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                        .chars()
                        .filter(letter ->
                                NationalId.parse(digits + (char) letter).valid().isPresent())
                        .count())
                .isEqualTo(1);
    }

    @Property
    void oneMistypedDigitNeverYieldsAnotherPerson(
            @ForAll("ids") NationalId id,
            @ForAll @IntRange(min = 1, max = 7) int at,
            @ForAll @IntRange(max = 9) int digit) {
        StringBuilder typed = new StringBuilder(id.value());
        typed.setCharAt(at, (char) ('0' + digit));

        NationalId.parse(typed.toString()).valid().ifPresent(read -> assertThat(read)
                .isEqualTo(id));
    }

    @Property
    void noTextMakesAnInvalidOne(@ForAll("anyText") String text) {
        NationalId.parse(text).valid().ifPresent(id -> {
            assertThat(id.value()).matches("[0-9]{8}[A-Z]|[XYZ][0-9]{7}[A-Z]");
            int number = Integer.parseInt(id.value()
                    .substring(0, 8)
                    .replace('X', '0')
                    .replace('Y', '1')
                    .replace('Z', '2'));
            assertThat(id.value().charAt(8)).isEqualTo(TABLE.charAt(number % 23));
            assertThat(NationalId.of(id.value())).isEqualTo(id);
        });
    }

    @Property
    void itsMaskShowsFourDigitsAndNeverTheNumber(@ForAll("ids") NationalId id) {
        assertThat(id.masked()).hasSize(9).doesNotContain(id.value().substring(0, 5));
        assertThat(id.masked().replace("*", "")).hasSize(4).containsOnlyDigits();
        assertThat(id).hasToString(id.masked());
    }

    @Test
    void theMaskFollowsTheDataProtectionAgency() {
        assertThat(NationalId.of("12345678Z").masked()).isEqualTo("***4567**");
        assertThat(NationalId.of("X1234567L").masked()).isEqualTo("****4567*");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 100_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aNumberThatNoDniHasIsRefused(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Dni(number));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aNumberThatNoNieHasIsRefused(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Nie(Nie.Series.X, number));
    }

    @Test
    void theExceptionForABadOneNamesTheMistakeAndNotTheText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NationalId.of("12345678A"))
                .withMessage("WRONG_LETTER");
    }

    @Test
    void theServersLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new Dni(12345678).value()).isEqualTo("12345678Z");
            assertThat(new Nie(Nie.Series.X, 1234567).value()).isEqualTo("X1234567L");
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(NationalId.of("12345678z").value()).isEqualTo("12345678Z");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", " ", "Z", "\u0000", "-1", "1 "})
    void aTextOfAMillionCharactersIsAnsweredAtOnce(String part) {
        String text = part.repeat(AnyText.LONG / part.length()) + "!";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(NationalId.parse(text).invalid()).contains(Mistake.MALFORMED));
    }

    record Typed(String text, NationalId meant) {}

    @Provide
    Arbitrary<NationalId> ids() {
        return Arbitraries.oneOf(dnis(), nies());
    }

    @Provide
    Arbitrary<String> anyText() {
        return AnyText.whatsoever();
    }

    @Provide
    Arbitrary<Typed> dniAsTyped() {
        return dnis().flatMap(dni -> leadingZerosOff(dni.value())
                .flatMap(text -> AnyText.asTyped(text).map(typed -> new Typed(typed, dni))));
    }

    @Provide
    Arbitrary<Typed> nieAsTyped() {
        return nies().flatMap(nie -> leadingZerosOff(nie.value().substring(1))
                .flatMap(rest -> AnyText.asTyped(nie.value().charAt(0) + rest).map(typed -> new Typed(typed, nie))));
    }

    private static Arbitrary<Dni> dnis() {
        return Arbitraries.integers().between(0, 99_999_999).map(Dni::new);
    }

    private static Arbitrary<Nie> nies() {
        return Combinators.combine(
                        Arbitraries.of(Nie.Series.class), Arbitraries.integers().between(0, 9_999_999))
                .as(Nie::new);
    }

    /** Some or all of the zeros at the front left out, one digit left at least. */
    private static Arbitrary<String> leadingZerosOff(String digitsAndLetter) {
        int zeros = 0;
        while (zeros < digitsAndLetter.length() - 2 && digitsAndLetter.charAt(zeros) == '0') {
            zeros++;
        }
        return Arbitraries.integers().between(0, zeros).map(digitsAndLetter::substring);
    }
}

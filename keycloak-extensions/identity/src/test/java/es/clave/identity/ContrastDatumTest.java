package es.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import es.clave.identity.ContrastDatum.DocumentDate;
import es.clave.identity.ContrastDatum.Mistake;
import es.clave.identity.ContrastDatum.SupportNumber;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastDatumTest {

    private static final NationalId DNI = NationalId.of("12345678Z");
    private static final NationalId NIE = NationalId.of("X1234567L");

    @ParameterizedTest
    @CsvSource({
        "17/05/2031, 2031-05-17",
        "17-05-2031, 2031-05-17",
        "17.05.2031, 2031-05-17",
        "17 05 2031, 2031-05-17",
        "' 17 / 05 / 2031 ', 2031-05-17",
        "17052031, 2031-05-17",
        "2031-05-17, 2031-05-17",
        "2031/05/17, 2031-05-17",
        "1/2/2030, 2030-02-01",
        "29/02/2028, 2028-02-29",
        "31/12/9998, 9998-12-31",
    })
    void aDateIsReadInEveryUsualForm(String typed, LocalDate date) {
        assertThat(ContrastDatum.of(DNI, typed)).isEqualTo(new DocumentDate(date));
    }

    @Test
    void marksThatBrowsersPutIntoDatesArePassedOver() {
        assertThat(ContrastDatum.of(DNI, "\u200e17\u200e/\u200e05\u200e/\u200e2031")
                        .value())
                .isEqualTo("2031-05-17");
        assertThat(ContrastDatum.of(DNI, "\u00a017\u00a005\u00a02031\r\n").value())
                .isEqualTo("2031-05-17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29/02/2031",
                "30/02/2028",
                "31/04/2031",
                "00/01/2031",
                "01/00/2031",
                "32/01/2031",
                "01/13/2031",
                "31022031",
                "20310517",
                "2031-02-30",
                "01/01/0999",
                "01/01/0000",
                "99999999"
            })
    void aDayThatNoCalendarHasIsItsOwnMistake(String typed) {
        assertThat(ContrastDatum.parse(DNI, typed).invalid()).contains(Mistake.NO_SUCH_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/01/9999", "1-1-9999", "01019999", "9999-01-01", " 01 01 9999 "})
    void theExpiryOfAPermanentDniIsItsOwnMistake(String typed) {
        assertThat(ContrastDatum.parse(DNI, typed).invalid()).contains(Mistake.PERMANENT_EXPIRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17/05/31",
                "17/mayo/2031",
                "17/05",
                "2031",
                "17/05/20311",
                "177/05/2031",
                "E12345678",
                "BAA000589",
                "17/05/2031x",
                "1\u00007/05/2031",
                "17/05/2031\u0000",
                "\u0661\u0667/\u0660\u0665/\u0662\u0660\u0663\u0661",
                "\uff11\uff17/05/2031",
                "' OR 1=1 --",
                "<b>",
                "-17/05/-2031x",
                "17//052031",
                "1 7/05/2031"
            })
    void anythingElseIsNoDate(String typed) {
        assertThat(ContrastDatum.parse(DNI, typed).invalid()).contains(Mistake.MALFORMED_DATE);
    }

    @ParameterizedTest
    @CsvSource({
        "E12345678, E12345678",
        "e12345678, E12345678",
        "C12345678, C12345678",
        "'E 12.345.678', E12345678",
        "e-1234, E00001234",
        "' c 00000001 ', C00000001",
        "C0, C00000000",
    })
    void aSupportNumberIsBroughtToTheNormalForm(String typed, String normal) {
        assertThat(ContrastDatum.of(NIE, typed).value()).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "E123456789",
                "D12345678",
                "E",
                "EC1234567",
                "E1234567A",
                "17/05/2031",
                "\u0415" + "12345678",
                "E\u06611234567",
                "E1234567\u0000",
                "E12345678; DROP TABLE"
            })
    void anythingElseIsNoSupportNumber(String typed) {
        assertThat(ContrastDatum.parse(NIE, typed).invalid()).contains(Mistake.MALFORMED_SUPPORT_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "--", "/ /", "\u00a0\u200f"})
    void nothingTypedIsItsOwnMistake(String typed) {
        assertThat(ContrastDatum.parse(DNI, typed).invalid()).contains(Mistake.EMPTY);
        assertThat(ContrastDatum.parse(NIE, typed).invalid()).contains(Mistake.EMPTY);
    }

    @Property
    void everyDateSurvivesBeingTyped(
            @ForAll("dates") LocalDate date,
            @ForAll("separators") String first,
            @ForAll("separators") String second,
            @ForAll("paddings") String day,
            @ForAll("monthPaddings") String month) {
        String typed = date.format(DateTimeFormatter.ofPattern(day, Locale.ROOT))
                + first
                + date.format(DateTimeFormatter.ofPattern(month, Locale.ROOT))
                + second
                + date.format(DateTimeFormatter.ofPattern("uuuu", Locale.ROOT));

        assertThat(ContrastDatum.of(DNI, typed)).isEqualTo(new DocumentDate(date));
    }

    @Property
    void theNormalFormIsReadBackAsTheSame(
            @ForAll("dates") LocalDate date, @ForAll("supportNumbers") SupportNumber number) {
        ContrastDatum datum = new DocumentDate(date);

        assertThat(ContrastDatum.of(DNI, datum.value())).isEqualTo(datum);
        assertThat(ContrastDatum.of(NIE, number.value())).isEqualTo(number);
    }

    @Property
    void everySupportNumberSurvivesBeingTyped(@ForAll("supportNumberAsTyped") Typed typed) {
        assertThat(ContrastDatum.of(NIE, typed.text())).isEqualTo(typed.meant());
    }

    @Property
    void noTextMakesAnInvalidOne(@ForAll("anyText") String text) {
        ContrastDatum.parse(DNI, text).valid().ifPresent(datum -> {
            assertThat(datum.value())
                    .matches("[1-9][0-9]{3}-[01][0-9]-[0-3][0-9]")
                    .isNotEqualTo("9999-01-01");
            assertThat(ContrastDatum.of(DNI, datum.value())).isEqualTo(datum);
        });
        ContrastDatum.parse(NIE, text).valid().ifPresent(datum -> {
            assertThat(datum.value()).matches("[EC][0-9]{8}");
            assertThat(ContrastDatum.of(NIE, datum.value())).isEqualTo(datum);
        });
    }

    @Property
    void onlyTheSameDatumMatches(@ForAll("dates") LocalDate one, @ForAll("dates") LocalDate other) {
        assertThat(new DocumentDate(one).matches(new DocumentDate(other))).isEqualTo(one.equals(other));
        assertThat(new DocumentDate(one).matches(new DocumentDate(one))).isTrue();
    }

    @Test
    void aDateAndASupportNumberNeverMatch() {
        assertThat(ContrastDatum.of(DNI, "17/05/2031").matches(ContrastDatum.of(NIE, "E17052031")))
                .isFalse();
    }

    @Test
    void valuesThatNoDocumentHasAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentDate(LocalDate.of(9999, 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentDate(LocalDate.of(999, 12, 31)));
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentDate(LocalDate.of(10000, 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentDate(LocalDate.MIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new SupportNumber(SupportNumber.Kind.E, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SupportNumber(SupportNumber.Kind.C, 100_000_000));
    }

    @Test
    void neitherKindTellsItsValueWhenPrinted() {
        assertThat(ContrastDatum.of(DNI, "17/05/2031").toString()).doesNotContain("17", "05", "31");
        assertThat(ContrastDatum.of(NIE, "E12345678").toString()).doesNotContainPattern("[0-9]");
        assertThat(ContrastDatum.parse(DNI, "17/05/2031").toString()).doesNotContainPattern("[0-9]");
    }

    @Test
    void theServersLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ContrastDatum.of(NIE, "E1").value()).isEqualTo("E00000001");
            assertThat(ContrastDatum.of(DNI, "17/05/2031").value()).isEqualTo("2031-05-17");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1/", "1 ", "17/05/2031", "E1", "\u0000", "\u200e", "1/1 "})
    void aTextOfAMillionCharactersIsAnsweredAtOnce(String part) {
        String text = "1" + part.repeat(AnyText.LONG / part.length()) + "!";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(ContrastDatum.parse(DNI, text).invalid()).contains(Mistake.MALFORMED_DATE);
            assertThat(ContrastDatum.parse(NIE, text).invalid()).contains(Mistake.MALFORMED_SUPPORT_NUMBER);
        });
    }

    @Test
    void aMillionSeparatorsBetweenTwoNumbersAreAnsweredAtOnce() {
        String gap = " ".repeat(AnyText.LONG);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(ContrastDatum.parse(DNI, gap + "1" + gap + "1" + gap + "x")
                                .invalid())
                        .contains(Mistake.MALFORMED_DATE));
    }

    record Typed(String text, ContrastDatum meant) {}

    @Provide
    Arbitrary<LocalDate> dates() {
        return Dates.dates()
                .between(LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31))
                .filter(date -> !date.equals(LocalDate.of(9999, 1, 1)));
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("/", "-", ".", " ", " / ", "\u00a0", "\u2013", "/\u200e");
    }

    @Provide
    Arbitrary<String> paddings() {
        return Arbitraries.of("d", "dd");
    }

    @Provide
    Arbitrary<String> monthPaddings() {
        return Arbitraries.of("M", "MM");
    }

    @Provide
    Arbitrary<SupportNumber> supportNumbers() {
        return Combinators.combine(
                        Arbitraries.of(SupportNumber.Kind.class),
                        Arbitraries.integers().between(0, 99_999_999))
                .as(SupportNumber::new);
    }

    @Provide
    Arbitrary<Typed> supportNumberAsTyped() {
        return supportNumbers()
                .flatMap(number -> AnyText.asTyped(number.value()).map(text -> new Typed(text, number)));
    }

    @Provide
    Arbitrary<String> anyText() {
        return AnyText.whatsoever();
    }
}

package es.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ana@example.com, ana@example.com",
        "' ana.maria+clave@Example.COM ', ana.maria+clave@example.com",
        "ana@correo.exàmple.cat, ana@correo.xn--exmple-jta.cat",
        "o'neill@example.org, o'neill@example.org",
        "Ana@example.museum, Ana@example.museum"
    })
    void anAddressIsRead(String typed, String value) {
        assertThat(EmailAddress.parse(typed).orElseThrow().value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@example.com",
                "ana@example",
                "ana@example.c",
                "ana@@example.com",
                "ana@exa mple.com",
                "ana@.com",
                "ana@example..com",
                ".ana@example.com",
                "ana@-example.com",
                "ana@example.com,eva@example.com",
                "Ana <ana@example.com>",
                "ana@example.com\r\nBcc: eva@example.com",
                "ana@192.0.2.1",
                "ana@example.com\u0000",
                "áéí@example.com"
            })
    void whatIsNoAddressIsMalformed(String typed) {
        assertThat(EmailAddress.parse(typed).invalid()).contains(EmailAddress.Mistake.MALFORMED);
    }

    @Test
    void oneThatIsTooLongForMailIsMalformed() {
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.com").invalid())
                .contains(EmailAddress.Mistake.MALFORMED);
        assertThat(EmailAddress.parse("ana@" + ("a".repeat(60) + ".").repeat(5) + "com")
                        .invalid())
                .contains(EmailAddress.Mistake.MALFORMED);
        assertThat(EmailAddress.parse("a".repeat(200_000)).invalid()).contains(EmailAddress.Mistake.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothingTypedIsSaidSo(String typed) {
        assertThat(EmailAddress.parse(typed).invalid()).contains(EmailAddress.Mistake.EMPTY);
    }

    @Test
    void itsTextFormSaysNothingOfIt() {
        assertThat(EmailAddress.parse("ana@example.com").orElseThrow().toString())
                .doesNotContain("ana", "example");
    }
}

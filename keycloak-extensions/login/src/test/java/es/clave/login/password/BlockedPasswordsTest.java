package es.clave.login.password;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.NationalId;
import es.clave.registry.PersonName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedPasswordsTest {

    private static final LeakedPasswords LEAKED = LeakedPasswords.load();
    private static final PasswordStrength.Meter METER = new PasswordStrength.Meter();
    private static final PersonalWords CARMEN = PersonalWords.of(
            NationalId.of("99990001P"), new PersonName("María del Carmen", "García", Optional.of("López")));

    private final BlockedPasswords policy = new BlockedPasswords(null, () -> LEAKED, () -> METER);

    @ParameterizedTest
    @CsvSource({
        "mi-dni-99990001P-x, passwordHasNumber",
        "99.990.001 y mas cosas, passwordHasNumber",
        "a99990001pasos, passwordHasNumber",
        "la casa de carmen, passwordHasName",
        "GarcÍa vive lejos, passwordHasName",
        "un LOPEZ cualquiera, passwordHasName",
        "l-ó-p-e-z junto al mar, passwordHasName",
        "qwertyuiop, passwordLeaked",
        "Sunshine!!2026, passwordLeaked",
        "2026contraseña2026, passwordLeaked",
        "123456123456, passwordLeaked",
        "patatapatatapatata, passwordLeaked",
        "aaaaaaaaaaaaaaaa, passwordLeaked",
        "abcdefghijklmnop, passwordGuessable"
    })
    void eachKindOfBadPasswordHasItsMessage(String password, String message) {
        assertThat(policy.mistake(CARMEN, password)).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "siete barcos de papel",
                "la nieve cae en agosto",
                "un tren azul sin ruedas",
                "mesa verde con tres patas",
                "xK7#mq9!vT2p",
                "caballo-correcto-pila-grapa"
            })
    void aPasswordThatIsHardToGuessIsWelcomeWhateverItIsMadeOf(String password) {
        assertThat(policy.mistake(CARMEN, password)).isEmpty();
    }

    @Test
    void shortNamesDoNotForbidEveryWordThatHasTheirLetters() {
        PersonalWords ana =
                PersonalWords.of(NationalId.of("99990003X"), new PersonName("Ana", "Gil", Optional.empty()));

        assertThat(policy.mistake(ana, "la ventana da al jardin")).isEmpty();
    }

    @Test
    void aLongPasswordIsJudgedInNoTime() {
        assertThat(METER.of("a1!".repeat(40) + "xyz", CARMEN.all())).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"Aa1aaaaa, 3, true", "aaaaaaa1, 3, false", "Aa1!, 4, true", "aaa bbb1, 3, true", "AAAA1111, 2, true"})
    void theLegacyPolicyCountsClassesOfCharacters(String password, int wanted, boolean enough) {
        assertThat(CharacterClasses.has(password, wanted)).isEqualTo(enough);
    }

    @Test
    void strengthIsNotACountOfKindsOfCharacters() {
        assertThat(METER.of("P@ssw0rd1", CARMEN.all())).isLessThan(PasswordStrength.FAIR);
        assertThat(METER.of("siete barcos de papel", CARMEN.all())).isGreaterThanOrEqualTo(PasswordStrength.GOOD);
    }
}

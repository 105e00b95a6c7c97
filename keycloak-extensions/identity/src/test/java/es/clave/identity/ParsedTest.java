package es.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import es.clave.identity.NationalId.Mistake;
import org.junit.jupiter.api.Test;

class ParsedTest {

    @Test
    void aValueIsPassedOn() {
        Parsed<NationalId, Mistake> parsed = NationalId.parse("12345678Z");

        assertThat(parsed.map(NationalId::value).valid()).contains("12345678Z");
        assertThat(parsed.invalid()).isEmpty();
        assertThat(parsed.orElseThrow()).isEqualTo(new Dni(12345678));
    }

    @Test
    void aMistakeIsPassedOn() {
        Parsed<NationalId, Mistake> parsed = NationalId.parse("12345678");

        assertThat(parsed.map(NationalId::value).invalid()).contains(Mistake.LETTER_MISSING);
        assertThat(parsed.valid()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(parsed::orElseThrow).withMessage("LETTER_MISSING");
    }

    @Test
    void printingWhatWasTypedTellsNothingOfIt() {
        assertThat(NationalId.parse("12345678Z").toString()).doesNotContain("123", "78Z");
        assertThat(NationalId.parse("12345678A").toString()).doesNotContain("123", "78A");
    }
}

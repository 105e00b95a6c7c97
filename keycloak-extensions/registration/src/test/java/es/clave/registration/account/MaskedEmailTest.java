package es.clave.registration.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedEmailTest {

    @ParameterizedTest
    @CsvSource({
        "carmen.garcia@example.com, c•••a@example.com",
        "ana@example.com, a•••a@example.com",
        "ab@example.com, a•••@example.com",
        "a@example.com, a•••@example.com",
        "@example.com, •••",
        "nothing, •••"
    })
    void theHolderRecognisesItAndOthersDoNotReadIt(String email, String shown) {
        assertThat(MaskedEmail.of(email)).isEqualTo(shown);
    }
}

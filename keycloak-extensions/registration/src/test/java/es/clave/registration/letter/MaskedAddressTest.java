package es.clave.registration.letter;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.registry.PostalAddress;
import org.junit.jupiter.api.Test;

class MaskedAddressTest {

    @Test
    void itsOwnerKnowsItAndNobodyElseLearnsIt() {
        assertThat(MaskedAddress.of(
                        new PostalAddress("Calle del Álamo 12, 3.º A", "28921", "Alcorcón", "Madrid", "ES")))
                .isEqualTo("C••• d••• Á••• ••• ••• A•••, 28••• A••• (Madrid)");
    }

    @Test
    void anAddressAbroadMayLackAlmostEverything() {
        assertThat(MaskedAddress.of(new PostalAddress("Ringstraße 5", "1", "Wien", "", "AT")))
                .isEqualTo("R••• •••, 1••• W•••");
    }
}

package es.clave.registration.letter;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.NationalId;
import es.clave.platform.ServerKeys;
import es.clave.registry.CivilPerson;
import es.clave.registry.PersonName;
import es.clave.registry.PostalAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.common.crypto.CryptoIntegration;

class AddresseeSealTest {

    private static final Addressee ADDRESSEE = Addressee.of(
            new CivilPerson(
                    NationalId.of("99990019A"),
                    new PersonName("Ana", "García", Optional.of("Pérez")),
                    LocalDate.of(1980, 1, 1),
                    new PostalAddress("Rue de la Paix 1", "75002", "Paris", "", "FR"),
                    true),
            Locale.forLanguageTag("eu"),
            URI.create("https://clave.example/realms/clave/registro?via=letter"));

    @BeforeAll
    static void ciphers() {
        CryptoIntegration.init(AddresseeSealTest.class.getClassLoader());
    }

    @Test
    void anAddressAbroadEndsWithTheCountry() {
        assertThat(ADDRESSEE.lines())
                .isEqualTo(List.of("ANA GARCÍA PÉREZ", "Rue de la Paix 1", "75002 Paris", "FRANCIA"));
    }

    @Test
    void whoWasSealedIsThereAgainAndFitsTheColumn() {
        String sealed = seal(1).close("one", ADDRESSEE);

        assertThat(sealed).hasSizeLessThan(4000).doesNotContain("99990019A", "Paris");
        assertThat(seal(1).open("one", sealed)).contains(ADDRESSEE);
    }

    @Test
    void withAnotherKeyForAnotherLetterOrChangedItDoesNotOpen() {
        String sealed = seal(1).close("one", ADDRESSEE);

        assertThat(seal(2).open("one", sealed)).isEmpty();
        assertThat(seal(1).open("another", sealed)).isEmpty();
        assertThat(seal(1).open("one", sealed.substring(0, sealed.length() - 4) + "AAAA"))
                .isEmpty();
        assertThat(seal(1).open("one", "rubbish")).isEmpty();
    }

    private static AddresseeSeal seal(int key) {
        return new AddresseeSeal(new ServerKeys() {
            @Override
            public byte[] derive(String purpose) {
                byte[] bytes = new byte[32];
                Arrays.fill(bytes, (byte) (key + purpose.length()));
                return bytes;
            }

            @Override
            public void close() {}
        });
    }
}

package es.clave.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.MobileNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.crypto.CryptoIntegration;

class MessageSealTest {

    private static final String ROW = "5e795022-ec86-4477-94a1-5251be384776";
    private static final Envelope.OfSms ENVELOPE = new Envelope.OfSms(
            Optional.of(MobileNumber.of("+34600000001")), "123456 es tu PIN\n\n@clave.gob.es #123456");

    private final MessageSeal seal = new MessageSeal(key(1));

    @BeforeAll
    static void ciphers() {
        CryptoIntegration.init(MessageSealTest.class.getClassLoader());
    }

    @Test
    void whatIsSealedIsThereAgain() {
        assertThat(seal.open(ROW, Channel.SMS, seal.close(ROW, ENVELOPE))).contains(ENVELOPE);
    }

    @Test
    void aPretendedMessageIsSealedAsWell() {
        Envelope toNobody = new Envelope.OfSms(Optional.empty(), ENVELOPE.text());

        assertThat(seal.open(ROW, Channel.SMS, seal.close(ROW, toNobody))).contains(toNobody);
    }

    @Test
    void mailsLettersAndPushMessagesAreThereAgainWithAllThatTheyCarry() {
        for (Message message : List.of(Samples.email(), Samples.letter(), Samples.push(), Samples.pushToNowhere())) {
            Envelope envelope = Envelope.of(message);

            assertThat(seal.open(ROW, envelope.channel(), seal.close(ROW, envelope)))
                    .contains(envelope)
                    .get()
                    .extracting(opened -> opened.message(message.usefulUntil()).orElseThrow())
                    .isEqualTo(message);
        }
    }

    @Test
    void howLongAMailIsIsNotToBeSeenExactly() {
        Email one = new Email("a@example.es", "s", "x", List.of(), Instant.EPOCH);
        Email other = new Email("somebody.else@example.es", "s", "x".repeat(2000), List.of(), Instant.EPOCH);

        assertThat(seal.close(ROW, Envelope.of(one))).hasSameSizeAs(seal.close(ROW, Envelope.of(other)));
    }

    @Test
    void nothingOfItCanBeRead() {
        String sealed = seal.close(ROW, ENVELOPE);

        for (String part : sealed.split("\\.", -1)) {
            String decoded = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1);
            assertThat(decoded).doesNotContain("123456", "600000001");
        }
    }

    @Test
    void theSameMessageLooksDifferentEachTime() {
        assertThat(seal.close(ROW, ENVELOPE)).isNotEqualTo(seal.close(ROW, ENVELOPE));
    }

    @Test
    void theLengthTellsNothingAndFitsTheColumn() {
        int length = seal.close(ROW, ENVELOPE).length();

        assertThat(length).isLessThanOrEqualTo(1024);
        assertThat(sealed(Optional.empty(), "")).hasSize(length);
        assertThat(sealed(Optional.of(MobileNumber.of("+4915123456789")), "ñ".repeat(160)))
                .hasSize(length);
        assertThat(sealed(Optional.empty(), "€".repeat(80))).hasSize(length);
        assertThat(sealed(Optional.empty(), "Δ".repeat(160))).hasSize(length);
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        assertThat(new MessageSeal(key(2)).open(ROW, Channel.SMS, seal.close(ROW, ENVELOPE)))
                .isEmpty();
    }

    @Test
    void inAnotherRowItDoesNotOpen() {
        assertThat(seal.open("c89d0013-a571-48dd-bf92-c2ed61f45d0e", Channel.SMS, seal.close(ROW, ENVELOPE)))
                .isEmpty();
    }

    @Test
    void aChangedLetterIsNoticed() {
        String sealed = seal.close(ROW, ENVELOPE);
        for (int i = 0; i < sealed.length(); i += 7) {
            char other = sealed.charAt(i) == 'A' ? 'Q' : 'A';

            assertThat(seal.open(ROW, Channel.SMS, sealed.substring(0, i) + other + sealed.substring(i + 1)))
                    .as("letter %d", i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "....",
                "e30....",
                "eyJhbGciOiJub25lIn0....",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0...."
            })
    void rubbishDoesNotOpen(String rubbish) {
        assertThat(seal.open(ROW, Channel.SMS, rubbish)).isEmpty();
    }

    private String sealed(Optional<MobileNumber> to, String text) {
        return seal.close(ROW, new Envelope.OfSms(to, text));
    }

    private static byte[] key(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }
}

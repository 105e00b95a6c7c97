package es.clave.messaging;

import es.clave.identity.MobileNumber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.jose.jwe.JWE;
import org.keycloak.jose.jwe.JWEConstants;
import org.keycloak.jose.jwe.JWEException;
import org.keycloak.jose.jwe.JWEHeader;
import org.keycloak.jose.jwe.JWEKeyStorage;
import org.keycloak.jose.jwe.alg.DirectAlgorithmProvider;
import org.keycloak.jose.jwe.enc.AesGcmJWEEncryptionProvider;

/**
 * Keeps number and text unreadable in the database: JWE, {@code dir} with {@code A256GCM} (RFC 7516). All sealed messages
 * have the same length, and one copied to another row does not open there.
 */
final class MessageSeal {

    /** The purpose for which the server derives the key. */
    static final String KEY_PURPOSE = "messaging.outbox";

    /** Row id, number and 160 septets, each at most two bytes in UTF-8, and the three lengths. */
    private static final int PLAIN_BYTES = 400;

    private final SecretKey key;

    /** @param key 256 bits */
    MessageSeal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    String close(String rowId, Envelope envelope) {
        try {
            ByteArrayOutputStream plain = new ByteArrayOutputStream(PLAIN_BYTES);
            DataOutputStream data = new DataOutputStream(plain);
            data.writeUTF(rowId);
            data.writeUTF(envelope.to().map(MobileNumber::e164).orElse(""));
            data.writeUTF(envelope.text());
            if (plain.size() > PLAIN_BYTES) {
                throw new IllegalArgumentException("longer than one segment");
            }
            JWE jwe = new JWE()
                    .header(new JWEHeader(JWEConstants.DIRECT, JWEConstants.A256GCM, null))
                    .content(Arrays.copyOf(plain.toByteArray(), PLAIN_BYTES));
            jwe.getKeyStorage().setCEKKey(key, JWEKeyStorage.KeyUse.ENCRYPTION);
            return jwe.encodeJwe(new DirectAlgorithmProvider(), new AesGcmJWEEncryptionProvider(JWEConstants.A256GCM));
        } catch (JWEException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What was sealed for this row; empty if it was sealed with another key, for another row, or tampered with. */
    Optional<Envelope> open(String rowId, String sealed) {
        try {
            JWE jwe = new JWE();
            jwe.getKeyStorage().setCEKKey(key, JWEKeyStorage.KeyUse.ENCRYPTION);
            // The algorithms are named here, not taken from the header: that one comes from the database.
            jwe.verifyAndDecodeJwe(
                    sealed, new DirectAlgorithmProvider(), new AesGcmJWEEncryptionProvider(JWEConstants.A256GCM));
            DataInputStream data = new DataInputStream(new ByteArrayInputStream(jwe.getContent()));
            if (!data.readUTF().equals(rowId)) {
                return Optional.empty();
            }
            String to = data.readUTF();
            return Optional.of(
                    new Envelope(to.isEmpty() ? Optional.empty() : Optional.of(MobileNumber.of(to)), data.readUTF()));
        } catch (JWEException | IOException unreadable) {
            return Optional.empty();
        }
    }
}

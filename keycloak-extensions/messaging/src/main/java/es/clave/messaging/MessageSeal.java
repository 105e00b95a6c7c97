package es.clave.messaging;

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
 * Keeps who gets a message and what it says unreadable in the database: JWE, {@code dir} with {@code A256GCM} (RFC 7516).
 * All sealed text messages have the same length, mails and letters one of few, and one copied to another row does not open
 * there.
 */
final class MessageSeal {

    /** The purpose for which the server derives the key. */
    static final String KEY_PURPOSE = "messaging.outbox";

    /** Row id, number and 160 septets, each at most two bytes in UTF-8, and the three lengths. */
    private static final int SMS_BYTES = 400;

    /** What mails and letters are filled up to a multiple of. */
    private static final int BLOCK_BYTES = 4096;

    private final SecretKey key;

    /** @param key 256 bits */
    MessageSeal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    String close(String rowId, Envelope envelope) {
        try {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(plain);
            data.writeUTF(rowId);
            EnvelopeCodec.write(envelope, data);
            JWE jwe = new JWE()
                    .header(new JWEHeader(JWEConstants.DIRECT, JWEConstants.A256GCM, null))
                    .content(Arrays.copyOf(plain.toByteArray(), filledUp(envelope.channel(), plain.size())));
            jwe.getKeyStorage().setCEKKey(key, JWEKeyStorage.KeyUse.ENCRYPTION);
            return jwe.encodeJwe(new DirectAlgorithmProvider(), new AesGcmJWEEncryptionProvider(JWEConstants.A256GCM));
        } catch (JWEException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What was sealed for this row; empty if it was sealed with another key, for another row, or tampered with. */
    Optional<Envelope> open(String rowId, Channel channel, String sealed) {
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
            return Optional.of(EnvelopeCodec.read(channel, data));
        } catch (JWEException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static int filledUp(Channel channel, int size) {
        if (channel != Channel.SMS) {
            return (size / BLOCK_BYTES + 1) * BLOCK_BYTES;
        } else if (size > SMS_BYTES) {
            throw new IllegalArgumentException("longer than one segment");
        }
        return SMS_BYTES;
    }
}

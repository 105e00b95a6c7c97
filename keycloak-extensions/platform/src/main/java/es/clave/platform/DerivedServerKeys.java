package es.clave.platform;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** {@link ServerKeys} of one secret; also for tools that run beside the server. */
public final class DerivedServerKeys implements ServerKeys {

    static final int KEY_BYTES = 32;

    private final byte[] secret;

    /** @param secret the server's, decoded; 32 bytes at least */
    public DerivedServerKeys(byte[] secret) {
        this.secret = secret.clone();
    }

    @Override
    public byte[] derive(String purpose) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(secret, null, purpose.getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(key, 0, key.length);
        return key;
    }

    @Override
    public void close() {}
}

package es.clave.relyingparty.clave2;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key and its self-signed certificate. */
public record TestKey(PrivateKey key, X509Certificate certificate) {

    /** A key of RSA that is valid for years. */
    public static TestKey rsa(String name) {
        return rsa(name, 2048, Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));
    }

    /** A key of RSA with a certificate of that time. */
    public static TestKey rsa(String name, int bits, Instant from, Instant until) {
        return make(name, "RSA", bits, "SHA256withRSA", from, until);
    }

    /** A key of the curve with so many bits. */
    public static TestKey ec(String name, int bits) {
        return make(
                name,
                "EC",
                bits,
                "SHA256withECDSA",
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2040-01-01T00:00:00Z"));
    }

    private static TestKey make(String name, String kind, int bits, String algorithm, Instant from, Instant until) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            X500Principal subject = new X500Principal("CN=" + name);
            return new TestKey(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(new JcaX509v3CertificateBuilder(
                                            subject,
                                            BigInteger.valueOf(System.nanoTime()),
                                            Date.from(from),
                                            Date.from(until),
                                            subject,
                                            pair.getPublic())
                                    .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The DER in Base64. */
    public String base64() {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PEM. */
    public String pem() throws IOException {
        return "-----BEGIN CERTIFICATE-----\n" + base64().replaceAll("(.{64})", "$1\n")
                + "\n-----END CERTIFICATE-----\n";
    }
}

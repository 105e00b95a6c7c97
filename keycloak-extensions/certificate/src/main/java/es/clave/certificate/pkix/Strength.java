package es.clave.certificate.pkix;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import java.util.Set;

/** Which keys and signatures are still to be believed (SOG-IS Agreed Cryptographic Mechanisms 1.3). */
final class Strength {

    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    private static final Set<String> BROKEN = Set.of("MD2", "MD5", "SHA1", "SHA-1");

    private Strength() {}

    /** Whether key and signature of a certificate will do. */
    static boolean suffices(X509Certificate certificate) {
        return suffices(certificate.getPublicKey()) && suffices(certificate.getSigAlgName());
    }

    /** Whether an algorithm will do that signs, by its name. */
    static boolean suffices(String signatureAlgorithm) {
        String name = signatureAlgorithm.toUpperCase(Locale.ROOT);
        return BROKEN.stream().noneMatch(name::startsWith);
    }

    private static boolean suffices(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= RSA_BITS;
        }
        return key instanceof ECPublicKey ec
                ? ec.getParams().getOrder().bitLength() >= EC_BITS
                : key.getAlgorithm().startsWith("Ed");
    }
}

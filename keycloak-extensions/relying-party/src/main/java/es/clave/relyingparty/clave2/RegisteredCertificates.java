package es.clave.relyingparty.clave2;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates as they are registered: PEM, or the Base64 of the DER, one after the other. */
final class RegisteredCertificates {

    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 256;

    private RegisteredCertificates() {}

    /**
     * Reads them.
     *
     * @throws CertificateException if one cannot be read, or its key is weak
     */
    static List<X509Certificate> parse(String text) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (String one : text.split("-----(?:BEGIN|END) CERTIFICATE-----|##|,", -1)) {
            String base64 = one.replaceAll("\\s", "");
            if (!base64.isEmpty()) {
                certificates.add(checked(certificate(factory, base64)));
            }
        }
        return List.copyOf(certificates);
    }

    private static X509Certificate certificate(CertificateFactory factory, String base64) throws CertificateException {
        try {
            return (X509Certificate) factory.generateCertificate(
                    new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            throw new CertificateException("a certificate is not Base64", e);
        }
    }

    private static X509Certificate checked(X509Certificate certificate) throws CertificateException {
        PublicKey key = certificate.getPublicKey();
        boolean strong = (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS)
                || (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= LEAST_EC_BITS);
        if (!strong) {
            throw new CertificateException("the key of a certificate is neither RSA of " + LEAST_RSA_BITS
                    + " bits nor EC of " + LEAST_EC_BITS + ", or more");
        }
        return certificate;
    }
}

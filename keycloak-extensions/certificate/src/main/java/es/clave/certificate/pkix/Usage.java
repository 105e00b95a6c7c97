package es.clave.certificate.pkix;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a certificate's key may be used for (RFC 5280, 4.2.1.3 and 4.2.1.12). */
final class Usage {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CRL_SIGN = 6;
    private static final String ANY = "2.5.29.37.0";
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    private Usage() {}

    /** Whether its holder may identify by it. A certificate that says nothing of its use is for nothing. */
    static boolean identifies(X509Certificate certificate) {
        return certificate.getBasicConstraints() < 0
                && allows(certificate, DIGITAL_SIGNATURE, false)
                && (purposes(certificate).isEmpty()
                        || purposes(certificate).contains(CLIENT_AUTHENTICATION)
                        || purposes(certificate).contains(ANY));
    }

    static boolean signsLists(X509Certificate issuer) {
        return allows(issuer, CRL_SIGN, true);
    }

    static boolean signsOcsp(X509Certificate certificate) {
        return purposes(certificate).contains(OCSP_SIGNING);
    }

    private static boolean allows(X509Certificate certificate, int bit, boolean whereNothingIsSaid) {
        boolean[] bits = certificate.getKeyUsage();
        return bits == null ? whereNothingIsSaid : bits[bit];
    }

    private static List<String> purposes(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException unreadable) {
            return List.of("unreadable");
        }
    }
}

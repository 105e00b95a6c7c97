package es.clave.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import org.keycloak.provider.Provider;

/** Says whether a certificate is a citizen's and may be believed. */
public interface CertificateCheck extends Provider {

    /** What became of a certificate. */
    sealed interface Answer {

        /** It is good. */
        record Accepted(CitizenCertificate certificate) implements Answer {}

        /** It is not taken, for this reason. */
        record Refused(CertificateRefusal reason) implements Answer {}
    }

    /** Whether there is an issuer at all whose certificates are taken. */
    boolean trustsAnybody();

    /**
     * Checks a certificate. May ask its issuer over the network, for no longer than the time that is set.
     *
     * @param chain the certificate, then those that the browser sent along
     */
    Answer check(List<X509Certificate> chain);
}

package es.clave.certificate.handover;

import es.clave.certificate.CertificateCheck;
import es.clave.certificate.CertificateCheck.Answer;
import es.clave.certificate.CertificateRefusal;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.x509.X509ClientCertificateLookup;

/**
 * The certificate of a request: of its TLS connection, or, where Keycloak is set to read it from a header ({@code
 * spi-x509cert-lookup--provider}), of that header, if and only if a proxy sent it that {@code proxy-trusted-addresses} names.
 */
final class ShownCertificate {

    private static final Logger LOG = Logger.getLogger(ShownCertificate.class);

    private final KeycloakSession session;
    private final CertificateSource source;

    ShownCertificate(KeycloakSession session, CertificateSource source) {
        this.session = session;
        this.source = source;
    }

    /** What the check says of it. */
    Answer check() {
        HttpRequest request = session.getContext().getHttpRequest();
        CertificateCheck check = session.getProvider(CertificateCheck.class);
        return switch (source) {
            case CONNECTION -> check.check(list(request.getClientCertificateChain()));
            case HEADER_OF_TRUSTED_PROXY ->
                request.isProxyTrusted() ? check.check(ofHeader(request)) : senderNotTrusted();
            case HEADER_OF_ANYBODY -> senderNotTrusted();
        };
    }

    private static Answer senderNotTrusted() {
        return new Answer.Refused(CertificateRefusal.SENDER_NOT_TRUSTED);
    }

    private List<X509Certificate> ofHeader(HttpRequest request) {
        try {
            return list(session.getProvider(X509ClientCertificateLookup.class).getCertificateChain(request));
        } catch (GeneralSecurityException unreadable) {
            LOG.warn("The proxy sent a header that holds no readable certificate");
            return List.of();
        }
    }

    private static List<X509Certificate> list(X509Certificate[] chain) {
        return chain == null ? List.of() : List.of(chain);
    }
}

package es.clave.certificate.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jboss.logging.Logger;
import org.keycloak.http.HttpRequest;
import org.keycloak.services.x509.X509ClientCertificateLookup;

/**
 * What Keycloak itself is told of client certificates: those only that the handshake would have let through by itself. An
 * agency that identifies by mutual TLS is known by the subject of its certificate alone, which anybody can put into one.
 */
final class VerifiedClientCertificates implements X509ClientCertificateLookup {

    private static final Logger LOG = Logger.getLogger(VerifiedClientCertificates.class);

    private final Optional<X509TrustManager> serversOwn;

    /** Without a trust of its own where the handshake has verified already. */
    VerifiedClientCertificates(Optional<X509TrustManager> serversOwn) {
        this.serversOwn = serversOwn;
    }

    /** The trust that a handshake has where nothing is set: the server's trust store. */
    static X509TrustManager serversOwn() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (NoSuchAlgorithmException | KeyStoreException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public X509Certificate[] getCertificateChain(HttpRequest request) throws GeneralSecurityException {
        X509Certificate[] chain = request.getClientCertificateChain();
        if (chain == null || chain.length == 0) {
            return new X509Certificate[0];
        }
        if (serversOwn.isEmpty()) {
            return chain;
        }
        try {
            serversOwn.get().checkClientTrusted(chain, chain[0].getPublicKey().getAlgorithm());
            return chain;
        } catch (CertificateException notTrusted) {
            LOG.debug("A client certificate that the server's trust store does not cover");
            return new X509Certificate[0];
        }
    }

    @Override
    public void close() {}
}

package es.clave.certificate.tls;

import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.x509.DefaultClientCertificateLookup;
import org.keycloak.services.x509.X509ClientCertificateLookup;
import org.keycloak.services.x509.X509ClientCertificateLookupFactory;

/** Takes the place of Keycloak's {@code default}, which believes that the handshake let through only what is trusted. */
public final class VerifiedClientCertificatesFactory implements X509ClientCertificateLookupFactory {

    /** Keycloak's own id, which this replaces. */
    public static final String PROVIDER_ID = "default";

    private static final String OPERATORS_TRUST_STORE = "kc.https-trust-store-file";

    private boolean handshakeVerifies;
    private X509TrustManager serversOwn;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    /** Before Keycloak's, which has 0. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void init(Config.Scope options) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        handshakeVerifies = ConfigProvider.getConfig()
                .getOptionalValue(OPERATORS_TRUST_STORE, String.class)
                .isPresent();
        serversOwn = VerifiedClientCertificates.serversOwn();
    }

    @Override
    public X509ClientCertificateLookup create(KeycloakSession session) {
        return handshakeVerifies ? new DefaultClientCertificateLookup() : new VerifiedClientCertificates(serversOwn);
    }

    @Override
    public void close() {}
}

package es.clave.certificate.tls;

import java.util.Optional;
import java.util.Set;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.x509.X509ClientCertificateLookup;
import org.keycloak.services.x509.X509ClientCertificateLookupFactory;

/**
 * Takes the place of Keycloak's {@code quarkus}, which reads the TLS connection where no other is chosen, and believes that
 * the handshake let through only what is trusted.
 */
public class VerifiedClientCertificatesFactory implements X509ClientCertificateLookupFactory {

    private static final String PROVIDER_ID = "quarkus";
    /** Before Keycloak's, which has 100. */
    private static final int ORDER = 101;

    private static final String OPERATORS_TRUST_STORE = "kc.https-trust-store-file";

    private Optional<X509TrustManager> serversOwn = Optional.empty();

    /** Whether a look-up of this name reads the TLS connection, rather than a header. */
    public static boolean readsConnection(String lookup) {
        return Set.of(PROVIDER_ID, DefaultClientCertificatesFactory.PROVIDER_ID).contains(lookup);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public final void init(Config.Scope options) {}

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        boolean handshakeVerifies = ConfigProvider.getConfig()
                .getOptionalValue(OPERATORS_TRUST_STORE, String.class)
                .isPresent();
        serversOwn = handshakeVerifies ? Optional.empty() : Optional.of(VerifiedClientCertificates.serversOwn());
    }

    @Override
    public final X509ClientCertificateLookup create(KeycloakSession session) {
        return new VerifiedClientCertificates(serversOwn);
    }

    @Override
    public final void close() {}
}

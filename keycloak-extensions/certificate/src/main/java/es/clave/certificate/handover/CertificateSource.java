package es.clave.certificate.handover;

import es.clave.certificate.tls.VerifiedClientCertificatesFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.x509.X509ClientCertificateLookup;

/** From where this server has the certificates of browsers. */
enum CertificateSource {
    CONNECTION,
    HEADER_OF_TRUSTED_PROXY,
    /** As Keycloak has it while {@code proxy-trusted-addresses} is empty. Never believed. */
    HEADER_OF_ANYBODY;

    private static final String TRUSTED_PROXIES = "kc.proxy-trusted-addresses";

    /** As the server was started. */
    static CertificateSource of(KeycloakSessionFactory factory) {
        String lookup =
                factory.getProviderFactory(X509ClientCertificateLookup.class).getId();
        if (VerifiedClientCertificatesFactory.readsConnection(lookup)) {
            return CONNECTION;
        }
        return ConfigProvider.getConfig()
                        .getOptionalValue(TRUSTED_PROXIES, String.class)
                        .filter(addresses -> !addresses.isBlank())
                        .isPresent()
                ? HEADER_OF_TRUSTED_PROXY
                : HEADER_OF_ANYBODY;
    }
}

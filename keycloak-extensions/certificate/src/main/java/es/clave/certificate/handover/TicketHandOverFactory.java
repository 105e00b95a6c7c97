package es.clave.certificate.handover;

import es.clave.certificate.CertificateHandOver;
import es.clave.certificate.CertificateHandOverFactory;
import es.clave.platform.ServerClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link CertificateHandOver} for the address that the option {@code spi-clave-certificate-handover--tickets--url} names. */
public final class TicketHandOverFactory implements CertificateHandOverFactory {

    public static final String PROVIDER_ID = "tickets";

    private final Clock clock = new ServerClock();
    private final SecureRandom random = new SecureRandom();
    private HandOverSettings settings;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope options) {
        settings = HandOverSettings.of(options);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (settings.url().isPresent() && CertificateSource.of(factory) == CertificateSource.HEADER_OF_ANYBODY) {
            throw new IllegalStateException(
                    "Certificates would be read from a header that anybody can send: name the proxies that may send it"
                            + " with the option proxy-trusted-addresses");
        }
    }

    @Override
    public CertificateHandOver create(KeycloakSession session) {
        return new TicketHandOver(session, settings, random, clock);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return HandOverSettings.properties();
    }

    @Override
    public void close() {}
}

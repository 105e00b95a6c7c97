package es.clave.certificate.pkix;

import es.clave.certificate.CertificateCheck;
import es.clave.certificate.CertificateCheckFactory;
import es.clave.platform.ServerClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link CertificateCheck} on the folder that the option {@code spi-clave-certificate--pkix--trust-folder} names. */
public final class PkixCertificateCheckFactory implements CertificateCheckFactory {

    public static final String PROVIDER_ID = "pkix";

    private final Clock clock = new ServerClock();
    private final SecureRandom random = new SecureRandom();
    private final RevocationMemory memory = new RevocationMemory();
    private CertificateSettings settings;
    private TrustFolder trust = TrustFolder.empty();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope options) {
        settings = CertificateSettings.of(options);
    }

    /** Not at the augmentation, which also calls {@code init}: the folder is one of the machine that runs. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        trust = settings.trustFolder().map(TrustFolder::read).orElseGet(TrustFolder::empty);
    }

    @Override
    public CertificateCheck create(KeycloakSession session) {
        Downloads downloads =
                new Downloads(session.getProvider(HttpClientProvider.class).getHttpClient(), settings.patience());
        return new PkixCertificateCheck(
                trust, settings, new RevocationCheck(downloads, settings, memory, random), clock);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return CertificateSettings.properties();
    }

    @Override
    public void close() {}
}

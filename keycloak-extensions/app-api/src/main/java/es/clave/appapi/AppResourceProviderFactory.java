package es.clave.appapi;

import es.clave.appapi.push.WakeUps;
import es.clave.platform.ServerClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Makes {@link AppResource}s. */
public final class AppResourceProviderFactory implements RealmResourceProviderFactory {

    /** Part of the address. */
    public static final String PROVIDER_ID = "app";

    private final Clock clock = new ServerClock();
    private final SecureRandom random = new SecureRandom();
    private AppSettings settings;
    private Optional<WakeUps> wakeUps = Optional.empty();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new AppResourceProvider(session, settings, clock, random);
    }

    @Override
    public void init(Config.Scope config) {
        settings = AppSettings.from(config);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return AppSettings.metadata();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        WakeUps listening = new WakeUps(factory);
        factory.register(listening::onEvent);
        wakeUps = Optional.of(listening);
    }

    @Override
    public void close() {
        wakeUps.ifPresent(WakeUps::close);
    }
}

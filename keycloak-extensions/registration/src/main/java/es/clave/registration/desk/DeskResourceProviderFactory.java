package es.clave.registration.desk;

import es.clave.platform.ServerClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Makes {@link DeskResource}: {@code /realms/clave-staff/mostrador}. */
public final class DeskResourceProviderFactory implements RealmResourceProviderFactory {

    public static final String PROVIDER_ID = "mostrador";

    private final Clock clock = new ServerClock();
    private final SecureRandom random = new SecureRandom();
    private DeskSettings settings;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new DeskResource(session, settings, clock, random);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {
        settings = DeskSettings.from(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return DeskSettings.metadata();
    }

    @Override
    public void close() {}
}

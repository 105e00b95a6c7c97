package es.clave.appapi;

import es.clave.messaging.PushGone;
import es.clave.platform.ServerClock;
import es.clave.registry.Devices;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
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
        factory.register(event -> {
            if (event instanceof PushGone gone) {
                forgetSubscription(factory, gone);
            }
        });
    }

    private static void forgetSubscription(KeycloakSessionFactory factory, PushGone gone) {
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> Optional.ofNullable(session.realms().getRealm(gone.realmId()))
                        .ifPresent(realm -> session.getProvider(Devices.class)
                                .subscribe(realm, gone.deviceId(), Optional.empty())));
    }

    @Override
    public void close() {}
}

package es.clave.registry.jpa;

import es.clave.platform.ServerClock;
import es.clave.registry.Devices;
import es.clave.registry.DevicesFactory;
import es.clave.registry.audit.AuditLog;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/** Makes {@link JpaDevices}, and forgets devices with their realm or user. */
public final class JpaDevicesFactory implements DevicesFactory {

    public static final String PROVIDER_ID = "jpa";

    private final Clock clock = new ServerClock();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Devices create(KeycloakSession session) {
        return new JpaDevices(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                new KeycloakTransaction(session.getKeycloakSessionFactory()),
                session.getProvider(AuditLog.class),
                clock);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(JpaDevicesFactory::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmRemovedEvent removed) {
            rows(removed.getKeycloakSession()).forgetRealm(removed.getRealm().getId());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            rows(removed.getKeycloakSession()).forgetUser(removed.getUser().getId());
        }
    }

    private static DeviceRows rows(KeycloakSession session) {
        return new DeviceRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void close() {}
}

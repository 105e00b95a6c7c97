package es.clave.challenge;

import es.clave.platform.ServerClock;
import es.clave.platform.ServerKeys;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** {@link Throttle} in the table {@code CLAVE_THROTTLE}. */
public final class JpaThrottleFactory implements ThrottleFactory {

    public static final String PROVIDER_ID = "jpa";

    private static final Logger LOG = Logger.getLogger(JpaThrottleFactory.class);
    private static final Duration CLEANING = Duration.ofHours(1);

    private final Clock clock = new ServerClock();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Throttle create(KeycloakSession session) {
        return new JpaThrottle(
                new KeycloakTransaction(session.getKeycloakSessionFactory()),
                session.getProvider(ServerKeys.class).keyedHash("throttle"),
                clock);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            scheduleCleaning(started.getFactory());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            rows(removed.getKeycloakSession()).forgetRealm(removed.getRealm().getId());
        }
    }

    private void scheduleCleaning(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(
                            new ClusterAwareScheduledTaskRunner(factory, this::clean, CLEANING.toMillis()),
                            CLEANING.toMillis(),
                            "clave-throttle-cleaning");
        }
    }

    private void clean(KeycloakSession session) {
        int forgotten = rows(session).forget(clock.millis());
        LOG.debugf("%d limits that no longer hold were forgotten", forgotten);
    }

    private static ThrottleRows rows(KeycloakSession session) {
        return new ThrottleRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void close() {}
}

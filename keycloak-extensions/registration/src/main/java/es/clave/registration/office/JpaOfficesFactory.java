package es.clave.registration.office;

import es.clave.messaging.Outbox;
import es.clave.platform.ServerClock;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.dblock.DBLockManager;
import org.keycloak.models.dblock.DBLockProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Makes {@link JpaOffices}; reminds people of their appointments and forgets past ones, on one node at a time. */
public final class JpaOfficesFactory implements OfficesFactory {

    public static final String PROVIDER_ID = "jpa";

    private static final Logger LOG = Logger.getLogger(JpaOfficesFactory.class);
    private static final String DEMO_REALM = "clave";

    private final Clock clock = new ServerClock();
    private AgendaSettings settings;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Offices create(KeycloakSession session) {
        return new JpaOffices(session, settings, clock);
    }

    @Override
    public void init(Config.Scope config) {
        settings = AgendaSettings.from(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            if (settings.seedDemo()) {
                seed(started.getFactory());
            }
            schedule(started.getFactory());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            EntityManager entities = entities(removed.getKeycloakSession());
            String realmId = removed.getRealm().getId();
            new AppointmentRows(entities, realmId).removeAll();
            new OfficeRows(entities, realmId).removeAll();
        }
    }

    private void schedule(KeycloakSessionFactory factory) {
        long interval = settings.poll().toMillis();
        Reminders reminders = new Reminders(factory, clock);
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(
                            new ClusterAwareScheduledTaskRunner(
                                    factory,
                                    job -> {
                                        reminders.send();
                                        forgetPast(job);
                                    },
                                    interval),
                            interval,
                            "clave-appointments");
        }
    }

    private void forgetPast(KeycloakSession session) {
        int forgotten =
                AppointmentRows.forget(entities(session), clock.instant().minus(settings.retention()));
        if (forgotten > 0) {
            LOG.debugf("%d past appointments were forgotten", forgotten);
        }
    }

    private static void seed(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            DBLockProvider lock = new DBLockManager(session).getDBLock();
            lock.waitForLock(DBLockProvider.Namespace.KEYCLOAK_BOOT);
            try {
                KeycloakModelUtils.runJobInTransaction(factory, JpaOfficesFactory::seed);
            } finally {
                lock.releaseLock();
            }
        });
    }

    private static void seed(KeycloakSession session) {
        RealmModel realm = session.realms().getRealmByName(DEMO_REALM);
        if (realm == null) {
            LOG.infof("No demo offices: there is no realm %s", DEMO_REALM);
            return;
        }
        OfficeRows rows = new OfficeRows(entities(session), realm.getId());
        if (rows.all().isEmpty()) {
            DemoOffices.all().forEach(rows::save);
            LOG.infof(
                    "%d demo offices were opened in the realm %s",
                    DemoOffices.all().size(), DEMO_REALM);
        }
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(Outbox.class);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return AgendaSettings.metadata();
    }

    @Override
    public void close() {}
}

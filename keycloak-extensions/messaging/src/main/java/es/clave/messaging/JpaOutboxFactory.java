package es.clave.messaging;

import es.clave.platform.ServerClock;
import es.clave.platform.ServerKeys;
import io.micrometer.core.instrument.Metrics;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderEvent;

/** Makes {@link JpaOutbox}es, and runs what sends their messages from the moment the database is ready. */
public final class JpaOutboxFactory implements OutboxFactory {

    public static final String PROVIDER_ID = "jpa";

    private final Clock clock = new ServerClock();
    private final OutboxMetrics metrics = new OutboxMetrics(Metrics.globalRegistry);
    private OutboxSettings settings;
    private volatile Optional<OutboxRunner> runner = Optional.empty();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        settings = OutboxSettings.from(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (factory.getProviderFactory(SmsSender.class) == null) {
            throw new IllegalStateException("Cl@ve needs to know which SMS sender to use: set the build option spi-"
                    + SmsSenderSpi.NAME + "--provider");
        }
        factory.register(this::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            start(migrated.getFactory());
        } else if (event instanceof RealmRemovedEvent removed) {
            new OutboxTable(removed.getKeycloakSession()
                            .getProvider(JpaConnectionProvider.class)
                            .getEntityManager())
                    .removeRealm(removed.getRealm().getId());
        }
    }

    private void start(KeycloakSessionFactory sessions) {
        Transactions transactions = new KeycloakTransactions(sessions);
        Dispatcher dispatcher = new Dispatcher(
                transactions,
                KeycloakModelUtils.runJobInTransactionWithResult(sessions, JpaOutboxFactory::seal),
                new SessionGateway(sessions),
                new RetrySchedule(settings.retryFirstDelay(), settings.retryMaxDelay(), new SecureRandom()),
                settings.lease(),
                metrics,
                clock);
        OutboxRunner started = new OutboxRunner(transactions, dispatcher, settings, metrics, clock);
        started.start();
        runner = Optional.of(started);
    }

    @Override
    public Outbox create(KeycloakSession session) {
        return new JpaOutbox(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                session.getTransactionManager()::enlistAfterCompletion,
                seal(session),
                id -> runner.ifPresent(running -> running.submit(id)),
                metrics,
                clock);
    }

    private static MessageSeal seal(KeycloakSession session) {
        return new MessageSeal(session.getProvider(ServerKeys.class).derive(MessageSeal.KEY_PURPOSE));
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(SmsSender.class, ServerKeys.class);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return OutboxSettings.metadata();
    }

    @Override
    public void close() {
        runner.ifPresent(OutboxRunner::close);
    }
}

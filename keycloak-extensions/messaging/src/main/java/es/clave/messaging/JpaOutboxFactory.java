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
        requireSender(factory, SmsSender.class, SmsSenderSpi.NAME);
        requireSender(factory, EmailSender.class, EmailSenderSpi.NAME);
        requireSender(factory, LetterSender.class, LetterSenderSpi.NAME);
        factory.register(this::onEvent);
    }

    private static void requireSender(KeycloakSessionFactory factory, Class<? extends Provider> sender, String spi) {
        if (factory.getProviderFactory(sender) == null) {
            throw new IllegalStateException(
                    "Cl@ve needs to know who sends its messages: set the build option spi-" + spi + "--provider");
        }
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
        MessageSeal seal = KeycloakModelUtils.runJobInTransactionWithResult(sessions, JpaOutboxFactory::seal);
        Gateway gateway = new SessionGateway(sessions);
        SecureRandom random = new SecureRandom();
        Dispatcher promptly = new Dispatcher(
                transactions,
                seal,
                gateway,
                new RetrySchedule(settings.retryFirstDelay(), settings.retryMaxDelay(), random),
                settings.lease(),
                metrics,
                clock);
        Dispatcher patiently = new Dispatcher(
                transactions,
                seal,
                gateway,
                new RetrySchedule(settings.retryFirstDelay(), settings.postRetryMaxDelay(), random),
                settings.postLease(),
                metrics,
                clock);
        List<Lane> lanes = List.of(
                new Lane("clave-outbox", Lane.PROMPT, transactions, promptly, settings.threads(), clock),
                new Lane("clave-outbox-push", Lane.PUSH, transactions, promptly, settings.threads(), clock),
                new Lane("clave-outbox-post", Lane.POST, transactions, patiently, settings.postThreads(), clock));
        OutboxRunner started = new OutboxRunner(transactions, lanes, settings, metrics, clock);
        started.start();
        runner = Optional.of(started);
    }

    @Override
    public Outbox create(KeycloakSession session) {
        return new JpaOutbox(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                session.getTransactionManager()::enlistAfterCompletion,
                seal(session),
                (channel, id) -> runner.ifPresent(running -> running.submit(channel, id)),
                metrics,
                clock);
    }

    private static MessageSeal seal(KeycloakSession session) {
        return new MessageSeal(session.getProvider(ServerKeys.class).derive(MessageSeal.KEY_PURPOSE));
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(SmsSender.class, EmailSender.class, LetterSender.class, PushSender.class, ServerKeys.class);
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

package es.clave.messaging.printshop;

import es.clave.messaging.LetterSender;
import es.clave.messaging.LetterSenderFactory;
import es.clave.messaging.Outbox;
import es.clave.platform.ServerClock;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link PrintShopLetterSender}s, and looks after the folder where they are the ones that are used. */
public final class PrintShopLetterSenderFactory implements LetterSenderFactory {

    public static final String PROVIDER_ID = "folder";

    private static final Logger LOG = Logger.getLogger(PrintShopLetterSenderFactory.class);

    private final Clock clock = new ServerClock();
    private PrintSettings settings;
    private volatile Optional<ScheduledExecutorService> timer = Optional.empty();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        settings = PrintSettings.from(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (factory.getProviderFactory(LetterSender.class) != this) {
            return;
        }
        Path folder = settings.folder()
                .orElseThrow(
                        () -> new IllegalStateException("Letters for a print shop need the option spi-clave-letter--"
                                + PROVIDER_ID + "--" + PrintSettings.FOLDER));
        factory.register(event -> {
            if (event instanceof PostMigrationEvent migrated) {
                start(migrated.getFactory(), folder);
            }
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It never ends, and never throws.
    private void start(KeycloakSessionFactory sessions, Path folder) {
        PrintJobs jobs = new PrintJobs(
                folder,
                settings,
                work -> KeycloakModelUtils.runJobInTransaction(
                        sessions, session -> work.accept(session.getProvider(Outbox.class))),
                clock);
        jobs.showIn(Metrics.globalRegistry);
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "clave-print-shop");
            thread.setDaemon(true);
            thread.setContextClassLoader(PrintShopLetterSenderFactory.class.getClassLoader());
            return thread;
        });
        started.scheduleWithFixedDelay(
                () -> runGuarded(jobs), 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        timer = Optional.of(started);
    }

    private static void runGuarded(PrintJobs jobs) {
        try {
            jobs.run();
        } catch (IOException | RuntimeException trouble) {
            // One that throws would never be scheduled again; the folder may be away for a moment.
            LOG.warn("The print shop's folder could not be looked after; it will be again", trouble);
        }
    }

    @Override
    public LetterSender create(KeycloakSession session) {
        return new PrintShopLetterSender(settings.folder().orElseThrow(), clock);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return PrintSettings.metadata();
    }

    @Override
    public void close() {
        timer.ifPresent(ScheduledExecutorService::shutdownNow);
    }
}

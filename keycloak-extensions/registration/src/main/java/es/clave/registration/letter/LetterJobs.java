package es.clave.registration.letter;

import es.clave.platform.ServerKeys;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What becomes of letters by the passing of time: a reminder, the end of the code, oblivion. Every node looks; each piece of
 * work is taken by one conditional update in the transaction that does it, so that it is done once, and never half.
 */
final class LetterJobs implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LetterJobs.class);
    private static final int BATCH = 50;

    /** Longer than any window in which letters are counted. */
    private static final Duration REMEMBERED = Duration.ofDays(91);

    private final KeycloakSessionFactory sessions;
    private final BiFunction<KeycloakSession, RealmModel, Letters> letters;
    private final Clock clock;
    private final Duration poll;
    private final ScheduledExecutorService timer;

    LetterJobs(
            KeycloakSessionFactory sessions,
            BiFunction<KeycloakSession, RealmModel, Letters> letters,
            Clock clock,
            Duration poll) {
        this.sessions = sessions;
        this.letters = letters;
        this.clock = clock;
        this.poll = poll;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "clave-letters");
            thread.setDaemon(true);
            thread.setContextClassLoader(LetterJobs.class.getClassLoader());
            return thread;
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It never ends, and never throws.
    void start() {
        timer.scheduleWithFixedDelay(this::run, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            remind();
            expire();
        } catch (RuntimeException trouble) {
            // One that throws would never be scheduled again; the database may be away for a moment.
            LOG.warn("The jobs of the letters could not be done; they will be again", trouble);
        }
    }

    private void remind() {
        List<String> due;
        int done;
        do {
            due = inTransaction(session -> LetterRouteFactory.rows(session).dueReminders(clock.instant(), BATCH));
            done = 0;
            for (String id : due) {
                done += remind(id);
            }
        } while (due.size() == BATCH && done > 0);
    }

    private int remind(String id) {
        try {
            inTransaction(session -> {
                remind(session, id);
                return id;
            });
            return 1;
        } catch (RuntimeException trouble) {
            // Of one letter: the others are not to wait for it.
            LOG.warnf(trouble, "The reminder of letter %s was not sent; it will be tried again", id);
            return 0;
        }
    }

    private void remind(KeycloakSession session, String id) {
        LetterRows rows = LetterRouteFactory.rows(session);
        Optional<LetterRows.Due> due = rows.takeReminder(id, clock.instant());
        Optional<RealmModel> realm = due.map(letter -> session.realms().getRealm(letter.realmId()));
        if (realm.isEmpty()) {
            return;
        }
        session.getContext().setRealm(realm.get());
        Optional<Addressee> addressee = LetterSecrets.of(session.getProvider(ServerKeys.class), new SecureRandom())
                .seal()
                .open(id, due.get().sealed());
        if (addressee.isEmpty()) {
            LOG.errorf("The addressee of letter %s cannot be unsealed: was the server's secret changed?", id);
            return;
        }
        boolean registered = session.getProvider(CitizenRegistry.class)
                .find(realm.get(), addressee.get().nationalId())
                .isPresent();
        if (registered) {
            // No letter registers anybody twice.
            rows.closeAllOf(id);
            return;
        }
        letters.apply(session, realm.get()).remind(due.get(), addressee.get());
        session.getProvider(AuditLog.class)
                .append(
                        realm.get(),
                        AuditRecord.about(addressee.get().nationalId(), LetterAct.LETTER_REMINDED, AuditRecord.SYSTEM));
    }

    private void expire() {
        Instant now = clock.instant();
        int expired = inTransaction(session -> LetterRouteFactory.rows(session).expire(now));
        if (expired > 0) {
            LOG.infof("%d letters expired", expired);
        }
        inTransaction(session -> LetterRouteFactory.rows(session).forget(now.minus(REMEMBERED), now));
    }

    private <T> T inTransaction(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

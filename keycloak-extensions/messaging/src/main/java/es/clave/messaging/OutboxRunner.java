package es.clave.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The threads of this node that send. New messages leave at once, on threads of their own, so that a PIN never queues
 * behind the retries of an hour in which the gateway was down. What is left over, on any node, the poll finds.
 */
final class OutboxRunner implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRunner.class);
    private static final int BATCH = 100;
    private static final int QUEUE = 1000;
    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Dispatcher dispatcher;
    private final OutboxSettings settings;
    private final OutboxMetrics metrics;
    private final Clock clock;
    private final ExecutorService prompt;
    private final ExecutorService late;
    private final ScheduledExecutorService timer;

    OutboxRunner(
            Transactions transactions,
            Dispatcher dispatcher,
            OutboxSettings settings,
            OutboxMetrics metrics,
            Clock clock) {
        this.transactions = transactions;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        prompt = pool(settings.threads(), "clave-outbox");
        late = pool(settings.threads(), "clave-outbox-retry");
        timer = Executors.newSingleThreadScheduledExecutor(threads("clave-outbox-timer"));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // They never end, and never throw.
    void start() {
        metrics.showBacklog();
        timer.execute(guarded(dispatcher::warmUp));
        timer.scheduleWithFixedDelay(guarded(this::poll), 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(guarded(this::purge), 0, PURGE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends a message that was just committed, soon. */
    void submit(String id) {
        try {
            prompt.execute(guarded(() -> dispatcher.dispatch(id)));
        } catch (RejectedExecutionException full) {
            LOG.debugf("SMS %s waits for the next poll", id);
        }
    }

    private void poll() {
        Instant now = clock.instant();
        OutboxTable.Backlog backlog = transactions.run(em -> new OutboxTable(em).backlog());
        metrics.backlog(
                backlog.messages(),
                backlog.oldest().map(oldest -> Duration.between(oldest, now)).orElse(Duration.ZERO));
        List<String> due;
        boolean progress;
        do {
            due = new ArrayList<>(transactions.run(em -> new OutboxTable(em).due(clock.instant(), BATCH)));
            // Every node sees the same ones: in another order each, they meet less.
            Collections.shuffle(due);
            progress = sendAll(due);
        } while (due.size() == BATCH && progress);
    }

    /** Whether any of them could be dealt with, be it by postponing it. */
    private boolean sendAll(List<String> ids) {
        List<Callable<Object>> tasks = ids.stream()
                .map(id -> Executors.callable(() -> dispatcher.dispatch(id)))
                .toList();
        boolean progress = false;
        try {
            for (Future<Object> task : late.invokeAll(tasks)) {
                progress |= succeeded(task);
            }
            return progress;
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean succeeded(Future<Object> task) throws InterruptedException {
        try {
            task.get();
            return true;
        } catch (ExecutionException trouble) {
            LOG.warn("The outbox could not deal with a message; it will again", trouble.getCause());
            return false;
        }
    }

    private void purge() {
        Instant before = clock.instant().minus(settings.retention());
        int purged;
        do {
            purged = transactions.run(em -> new OutboxTable(em).purge(before, BATCH));
        } while (purged == BATCH);
    }

    /** A task that throws would never be scheduled again; the database may be away for a moment. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException trouble) {
                LOG.warn("The outbox could not do its work; it goes on", trouble);
            }
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
        late.shutdownNow();
        prompt.shutdown();
        try {
            if (!prompt.awaitTermination(PATIENCE_AT_SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
                prompt.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService pool(int size, String name) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), threads(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(OutboxRunner.class.getClassLoader());
            return thread;
        };
    }
}

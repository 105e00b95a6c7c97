package es.clave.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs the lanes of this node. What is left over, on any node, the poll finds. */
final class OutboxRunner implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRunner.class);
    private static final int PURGE_BATCH = 100;
    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final List<Lane> lanes;
    private final OutboxSettings settings;
    private final OutboxMetrics metrics;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    OutboxRunner(
            Transactions transactions, List<Lane> lanes, OutboxSettings settings, OutboxMetrics metrics, Clock clock) {
        this.transactions = transactions;
        this.lanes = List.copyOf(lanes);
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        // One for each lane, so that a slow one does not stop another's poll, and one for the rest.
        timer = Executors.newScheduledThreadPool(lanes.size() + 1, threads("clave-outbox-timer"));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // They never end, and never throw.
    void start() {
        metrics.showBacklog();
        for (Lane lane : lanes) {
            timer.execute(guarded(lane::warmUp));
            every(settings.poll(), lane::poll);
        }
        every(settings.poll(), this::measure);
        every(PURGE_EVERY, this::purge);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It never ends, and never throws.
    private void every(Duration period, Runnable task) {
        timer.scheduleWithFixedDelay(guarded(task), 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends a message that was just committed, soon. */
    void submit(Channel channel, String id) {
        lanes.stream().filter(lane -> lane.carries(channel)).forEach(lane -> lane.submit(id));
    }

    private void measure() {
        Instant now = clock.instant();
        metrics.backlog(transactions.run(em -> new OutboxTable(em).backlog()), now);
    }

    private void purge() {
        Instant before = clock.instant().minus(settings.retention());
        int purged;
        do {
            purged = transactions.run(em -> new OutboxTable(em).purge(before, PURGE_BATCH));
        } while (purged == PURGE_BATCH);
    }

    /** A task that throws would never be scheduled again; the database may be away for a moment. */
    static Runnable guarded(Runnable task) {
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
        lanes.forEach(Lane::shutdown);
        lanes.forEach(lane -> lane.awaitEnd(PATIENCE_AT_SHUTDOWN.toMillis()));
    }

    static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(OutboxRunner.class.getClassLoader());
            return thread;
        };
    }
}

package es.clave.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The threads of this node that send what travels by some channels. New messages leave at once, on threads of their own, so
 * that a PIN never queues behind the retries of an hour in which the gateway was down.
 */
final class Lane implements AutoCloseable {

    /** What a citizen waits for in front of a page. */
    static final Set<Channel> PROMPT = Set.of(Channel.SMS);

    /** What somebody waits for as well, by services that others keep and that must not hold up text messages. */
    static final Set<Channel> PUSH = Set.of(Channel.PUSH);

    /** What may take its time, and must not take that of the others. */
    static final Set<Channel> POST = Set.of(Channel.EMAIL, Channel.LETTER);

    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final int BATCH = 100;
    private static final int QUEUE = 1000;

    private final Set<Channel> channels;
    private final Transactions transactions;
    private final Dispatcher dispatcher;
    private final Clock clock;
    private final ExecutorService prompt;
    private final ExecutorService late;

    Lane(
            String name,
            Set<Channel> channels,
            Transactions transactions,
            Dispatcher dispatcher,
            int threads,
            Clock clock) {
        this.channels = channels;
        this.transactions = transactions;
        this.dispatcher = dispatcher;
        this.clock = clock;
        prompt = pool(threads, name);
        late = pool(threads, name + "-retry");
    }

    boolean carries(Channel channel) {
        return channels.contains(channel);
    }

    void warmUp() {
        dispatcher.warmUp();
    }

    /** Sends a message that was just committed, soon. */
    void submit(String id) {
        try {
            prompt.execute(OutboxRunner.guarded(() -> dispatcher.dispatch(id)));
        } catch (RejectedExecutionException full) {
            LOG.debugf("Message %s waits for the next poll", id);
        }
    }

    /** Sends what is due: what failed before, and what other nodes left. */
    void poll() {
        List<String> due;
        boolean progress;
        do {
            due = new ArrayList<>(transactions.run(em -> new OutboxTable(em).due(channels, clock.instant(), BATCH)));
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

    /** Begins nothing new; what is being sent goes on. */
    void shutdown() {
        late.shutdownNow();
        prompt.shutdown();
    }

    /** Waits for what is being sent, so long; interrupts it then. */
    void awaitEnd(long patienceMillis) {
        try {
            if (!prompt.awaitTermination(patienceMillis, TimeUnit.MILLISECONDS)) {
                prompt.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        shutdown();
        awaitEnd(0);
    }

    private static ExecutorService pool(int size, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), OutboxRunner.threads(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}

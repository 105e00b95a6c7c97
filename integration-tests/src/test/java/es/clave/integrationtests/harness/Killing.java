package es.clave.integrationtests.harness;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Kills a node while it does something for somebody, who sees the connection go. */
public final class Killing {

    /** Longer than the wait for another code, and than the lease after which another node would send what it holds for unsent. */
    public static final Duration LEASE_IS_OVER = Duration.ofMinutes(6);

    private static final long PATIENCE_SECONDS = 60;

    private Killing() {}

    /** Lets somebody do this, kills the node meanwhile, and starts it again when the lease on its messages is over. */
    public static void during(Clave clave, Node victim, int afterMillis, Runnable act)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Void> acting = CompletableFuture.runAsync(() -> {
            try {
                act.run();
            } catch (UncheckedIOException killed) {
                // As the citizen sees it: the connection is gone.
            }
        });
        // Not for something to happen: so that the node dies at another point of its work each time.
        TimeUnit.MILLISECONDS.sleep(afterMillis);
        victim.kill();
        acting.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        clave.revive();
        clave.letPass(LEASE_IS_OVER);
    }
}

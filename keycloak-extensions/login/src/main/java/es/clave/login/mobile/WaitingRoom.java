package es.clave.login.mobile;

import es.clave.challenge.AppRequest;
import es.clave.challenge.AppRequests;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The browsers that wait on this node. One timer serves all of them: a browser that waits holds a connection and a few
 * hundred bytes, but no thread, no transaction and no connection to the database.
 */
final class WaitingRoom implements AutoCloseable {

    /** More are told to ask by themselves. */
    static final int SEATS = 20_000;

    private static final Logger LOG = Logger.getLogger(WaitingRoom.class);

    private final Set<WaitingBrowser> browsers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> ticking;
    private final Clock clock;

    WaitingRoom(Clock clock) {
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "clave-waiting-room");
            thread.setDaemon(true);
            return thread;
        });
        this.ticking = timer.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    boolean isFull() {
        return browsers.size() >= SEATS;
    }

    /** Lets a browser wait: told of every change at once, and of the QR of each second if it shows one. */
    void enter(
            AppRequest request, AppRequests requests, String appAddress, boolean showsQr, Sse sse, SseEventSink sink) {
        WaitingBrowser browser =
                new WaitingBrowser(request, requests, appAddress, showsQr, sse, sink, clock, browsers::remove);
        browsers.add(browser);
        browser.begin();
    }

    private void tick() {
        for (WaitingBrowser browser : browsers) {
            try {
                browser.tick();
            } catch (RuntimeException broken) {
                // One broken connection must not stop the clock of all others.
                LOG.debug("A waiting browser is let go", broken);
                browser.leave();
            }
        }
    }

    @Override
    public void close() {
        ticking.cancel(false);
        timer.shutdownNow();
        browsers.forEach(WaitingBrowser::leave);
    }
}

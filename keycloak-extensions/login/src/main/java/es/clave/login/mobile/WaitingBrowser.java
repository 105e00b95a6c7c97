package es.clave.login.mobile;

import es.clave.challenge.AppRequest;
import es.clave.challenge.AppRequests;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One browser that waits, on the other side of a stream of events. */
final class WaitingBrowser {

    /** Often enough for proxies that close silent connections. */
    private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 20;

    /** Changes are told at once; this is for the one that is lost when a node dies. */
    private static final int SECONDS_BETWEEN_LOOKS = 10;

    private static final long RECONNECT_MILLIS = 1000;

    private final AtomicReference<AppRequest> request;
    private final AtomicReference<AppRequests.Watch> watch = new AtomicReference<>(() -> {});
    private final AtomicBoolean sending = new AtomicBoolean();
    private final AppRequests requests;
    private final String appAddress;
    private final boolean showsQr;
    private final Sse sse;
    private final SseEventSink sink;
    private final Clock clock;
    private final Consumer<WaitingBrowser> onLeaving;
    private int seconds;

    WaitingBrowser(
            AppRequest request,
            AppRequests requests,
            String appAddress,
            boolean showsQr,
            Sse sse,
            SseEventSink sink,
            Clock clock,
            Consumer<WaitingBrowser> onLeaving) {
        this.request = new AtomicReference<>(request);
        this.requests = requests;
        this.appAddress = appAddress;
        this.showsQr = showsQr;
        this.sse = sse;
        this.sink = sink;
        this.clock = clock;
        this.onLeaving = onLeaving;
    }

    void begin() {
        AppRequest seen = request.get();
        watch.set(requests.watch(seen.id(), this::changed));
        // What changed between the look and the watch.
        look();
        if (request.get().equals(seen)) {
            tell();
        }
    }

    private void look() {
        AppRequest before = request.get();
        requests.find(before.realmId(), before.id()).ifPresentOrElse(this::changed, this::leave);
    }

    private void changed(AppRequest now) {
        if (!now.equals(request.getAndSet(now))) {
            tell();
        }
    }

    private void tell() {
        AppRequest now = request.get();
        send(RequestNews.hasQr(now) && showsQr ? RequestNews.withQr(now, requests, appAddress) : RequestNews.of(now));
    }

    /** Every second. */
    void tick() {
        if (sink.isClosed() || (isOver(request.get()) && !sending.get())) {
            leave();
            return;
        }
        seconds++;
        AppRequest now = request.get();
        if (!clock.instant().isBefore(now.expiresAt()) || seconds % SECONDS_BETWEEN_LOOKS == 0) {
            look();
        }
        if (showsQr && RequestNews.hasQr(request.get())) {
            // A slow connection gets fewer, not a queue of dead ones.
            if (!sending.get()) {
                send(RequestNews.withQr(request.get(), requests, appAddress));
            }
        } else if (seconds % SECONDS_BETWEEN_SIGNS_OF_LIFE == 0) {
            send(RequestNews.of(request.get()));
        }
    }

    /** What was confirmed on the same phone waits on, until the person is back or the time is over. */
    private static boolean isOver(AppRequest request) {
        return request.state().isFinal() && request.state() != AppRequest.State.CONFIRMED;
    }

    private void send(String news) {
        sending.set(true);
        sink.send(sse.newEventBuilder()
                        .name("request")
                        .reconnectDelay(RECONNECT_MILLIS)
                        .data(String.class, news)
                        .build())
                .whenComplete((done, failure) -> {
                    sending.set(false);
                    if (failure != null) {
                        leave();
                    }
                });
    }

    void leave() {
        onLeaving.accept(this);
        watch.get().close();
        sink.close();
    }
}

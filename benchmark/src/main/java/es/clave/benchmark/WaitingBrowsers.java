package es.clave.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Opens the page of the QR in so many browsers, lets them wait, and looks at what that costs the server. */
final class WaitingBrowsers {

    /** How many look at their QR at the same moment where that is what is measured. */
    private static final int WATCHED = 500;

    private static final int AT_ONCE = 50;
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration LONGEST_CONNECTING = Duration.ofMinutes(3);
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final URI realm;
    private final ServerProcess server;
    private final int count;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WaitingBrowsers(URI realm, ServerProcess server, int count) {
        this.realm = realm;
        this.server = server;
        this.count = count;
    }

    /** A page that is open, and the address where it waits. */
    private record Opened(Visitor visitor, URI events) {}

    WaitingReport measure() throws IOException, InterruptedException {
        List<Opened> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pages.add(open(i));
            if (i % 1000 == 999) {
                System.out.printf("· %d of %d pages are open%n", i + 1, count);
            }
        }
        long heapBefore = server.heapBytesAfterCollection();
        long residentBefore = server.residentBytes();
        Duration idle = server.cpuDuring(MEASURED);

        Waiters waiting = connect(pages, "&qr=0");
        System.out.printf("· %d browsers wait%n", count);
        Duration cpu = server.cpuDuring(MEASURED);
        long heap = server.heapBytesAfterCollection();
        long resident = server.residentBytes();
        int threads = server.threads();
        int still = waiting.open();
        waiting.end();

        List<Opened> watched = pages.subList(0, Math.min(WATCHED, count));
        Waiters watching = connect(watched, "");
        server.cpuDuring(Duration.ofSeconds(20));
        long eventsBefore = watching.events();
        Duration drawing = server.cpuDuring(MEASURED);
        long qrs = watching.events() - eventsBefore;
        watching.end();
        return new WaitingReport(
                count,
                still,
                heap - heapBefore,
                resident - residentBefore,
                threads,
                MEASURED,
                idle,
                cpu,
                watched.size(),
                qrs,
                drawing);
    }

    private Opened open(int number) throws IOException, InterruptedException {
        Visitor visitor =
                new Visitor(http, "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255));
        Visitor.Answer page = visitor.get(
                realm.resolve("protocol/openid-connect/auth?client_id=demo-oidc-agency&response_type=code&scope=openid"
                        + "&redirect_uri=http%3A%2F%2Flocalhost%3A8181%2Fcallback&code_challenge_method=S256"
                        + "&code_challenge=" + CHALLENGE + "&clave_way=mobile"));
        String events = page.page().select("form[data-events]").attr("data-events");
        if (events.isEmpty()) {
            throw new IOException("no page that waits, but one of status " + page.status());
        }
        return new Opened(visitor, URI.create(events));
    }

    private Waiters connect(List<Opened> pages, String more) throws IOException, InterruptedException {
        Waiters waiters = new Waiters();
        Semaphore connecting = new Semaphore(AT_ONCE);
        for (Opened page : pages) {
            if (!connecting.tryAcquire(LONGEST_CONNECTING.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the server does not let browsers wait");
            }
            HttpRequest request = page.visitor().request(URI.create(page.events() + more), "text/event-stream");
            waiters.add(http, request, connecting);
        }
        if (!connecting.tryAcquire(AT_ONCE, LONGEST_CONNECTING.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("not all browsers were let wait");
        }
        return waiters;
    }

    /** The connections that are open. */
    private static final class Waiters {

        private final AtomicInteger open = new AtomicInteger();
        private final AtomicLong events = new AtomicLong();
        private final List<CompletableFuture<HttpResponse<Void>>> connections = new ArrayList<>();

        int open() {
            return open.get();
        }

        long events() {
            return events.get();
        }

        void add(HttpClient http, HttpRequest request, Semaphore connecting) {
            connections.add(http.sendAsync(request, response -> {
                if (response.statusCode() != 200) {
                    connecting.release();
                    return HttpResponse.BodySubscribers.discarding();
                }
                return HttpResponse.BodySubscribers.fromLineSubscriber(new Lines(connecting));
            }));
        }

        void end() {
            connections.forEach(connection -> connection.cancel(true));
        }

        private final class Lines implements Flow.Subscriber<String> {

            private final Semaphore connecting;
            private boolean first = true;

            Lines(Semaphore connecting) {
                this.connecting = connecting;
            }

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(String line) {
                if (line.startsWith("data:")) {
                    events.incrementAndGet();
                    if (first) {
                        first = false;
                        open.incrementAndGet();
                        connecting.release();
                    }
                }
            }

            @Override
            public void onError(Throwable broken) {
                open.decrementAndGet();
            }

            @Override
            public void onComplete() {
                open.decrementAndGet();
            }
        }
    }
}

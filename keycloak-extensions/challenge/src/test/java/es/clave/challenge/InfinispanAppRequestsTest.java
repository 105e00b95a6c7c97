package es.clave.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.challenge.AppRequest.Kind;
import es.clave.challenge.AppRequest.State;
import es.clave.challenge.AppRequests.Claim;
import es.clave.challenge.AppRequests.Confirmation;
import es.clave.challenge.AppRequests.Rejection;
import es.clave.challenge.AppRequests.Scan;
import es.clave.challenge.AppRequests.Started;
import es.clave.identity.OneTimeCode;
import es.clave.platform.KeyedHash;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infinispan.Cache;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On two Infinispan nodes of one cluster: the browser is here, the app there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InfinispanAppRequestsTest {

    private static final String REALM = "realm";
    private static final String BROWSER = "browser";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final AppDevice PHONE = new AppDevice("phone", "A phone | with = signs", "citizen");
    private static final AppDevice OTHER_PHONE = new AppDevice("other-phone", "Another", "citizen");
    private static final AppDevice STRANGERS_PHONE = new AppDevice("strange", "Strange", "stranger");

    private final MovableClock clock = new MovableClock();
    private final KeyedHash keyedHash = KeyedHash.withKey(new byte[32]);

    private List<DefaultCacheManager> nodes = List.of();
    private AppRequests here = requestsOn(null);
    private AppRequests there = requestsOn(null);

    @BeforeAll
    void startTwoNodes() {
        nodes = List.of(node(), node());
        nodes.forEach(node -> node.getCache("requests"));
        here = requestsOn(nodes.get(0));
        there = requestsOn(nodes.get(1));
        assertThat(nodes.get(0).getMembers()).hasSize(2);
    }

    @AfterAll
    void stopBoth() throws IOException {
        for (DefaultCacheManager node : nodes) {
            node.close();
        }
    }

    private static DefaultCacheManager node() {
        GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
        global.transport().clusterName("requests-test").addProperty("configurationFile", "two-nodes-jgroups.xml");
        global.jmx().disable();
        DefaultCacheManager manager = new DefaultCacheManager(global.build());
        manager.defineConfiguration(
                "requests",
                new ConfigurationBuilder()
                        .clustering()
                        .cacheMode(CacheMode.DIST_SYNC)
                        .hash()
                        .numOwners(2)
                        .build());
        return manager;
    }

    private final List<AppAsked> asked = new CopyOnWriteArrayList<>();

    private AppRequests requestsOn(DefaultCacheManager node) {
        if (node == null) {
            return null;
        }
        Cache<String, String> cache = node.getCache("requests");
        return new InfinispanAppRequests(
                new AppRequestStore(cache, clock),
                AppRequestWatches.on(cache),
                keyedHash,
                clock,
                new SecureRandom(),
                asked::add);
    }

    private AppRequest qr() {
        return started(wanted(Kind.QR, new Awaited.Anybody(), BROWSER));
    }

    private AppRequest typed(String citizen) {
        return started(wanted(Kind.TYPED, new Awaited.Citizen(citizen), BROWSER));
    }

    private AppRequest started(NewAppRequest wanted) {
        return ((Started.Waiting) here.start(wanted)).request();
    }

    private static NewAppRequest wanted(Kind kind, Awaited awaited, String browser) {
        return new NewAppRequest(
                REALM,
                kind,
                awaited,
                browser,
                "town",
                "Town hall",
                "A fee",
                "192.0.2.1",
                "https://back?proof=",
                LIFETIME);
    }

    private State state(AppRequest request) {
        return there.find(REALM, request.id()).orElseThrow().state();
    }

    @Test
    void whatIsScannedAndConfirmedOnOneNodeIsClaimedOnceOnTheOther() {
        AppRequest request = qr();
        Scan scan = there.scan(REALM, here.qrToken(request), PHONE);
        assertThat(scan).isInstanceOf(Scan.Scanned.class);
        AppRequest seen = ((Scan.Scanned) scan).request();
        assertThat(seen.agencyName()).isEqualTo("Town hall");
        assertThat(seen.service()).isEqualTo("A fee");
        assertThat(seen.place()).isEqualTo("192.0.2.1");
        assertThat(seen.askedAt()).isEqualTo(clock.instant());
        assertThat(here.find(REALM, request.id()).orElseThrow().device()).contains(PHONE);
        assertThat(there.pendingFor(REALM, PHONE)).extracting(AppRequest::id).contains(request.id());

        assertThat(here.claim(REALM, request.id(), BROWSER, Optional.empty())).isInstanceOf(Claim.Refused.class);
        assertThat(there.confirm(REALM, request.id(), PHONE, Optional.empty()))
                .isInstanceOfSatisfying(Confirmation.Confirmed.class, confirmed -> assertThat(confirmed.returnTo())
                        .isEmpty());
        assertThat(here.claim(REALM, request.id(), BROWSER, Optional.empty()))
                .isInstanceOfSatisfying(
                        Claim.Granted.class,
                        granted -> assertThat(granted.request().userId()).contains("citizen"));
        assertThat(there.claim(REALM, request.id(), BROWSER, Optional.empty())).isInstanceOf(Claim.Refused.class);
        assertThat(state(request)).isEqualTo(State.CLAIMED);
    }

    @Test
    void aQrIsDeadAfterFiveSecondsThoughTheRequestLives() {
        AppRequest request = qr();
        String photographed = here.qrToken(request);
        clock.move(Duration.ofSeconds(5));
        String shownNow = here.qrToken(request);
        clock.move(Duration.ofMillis(1));
        assertThat(there.scan(REALM, photographed, PHONE)).isEqualTo(new Scan.TooOld());
        assertThat(there.scan(REALM, shownNow, PHONE)).isInstanceOf(Scan.Scanned.class);
    }

    @Test
    void aForgedOrForeignTokenIsUnknown() {
        AppRequest request = qr();
        AppRequest other = qr();
        String token = here.qrToken(request);
        String[] parts = token.split("\\.", -1);
        String[] others = here.qrToken(other).split("\\.", -1);
        assertThat(Stream.of(
                        "",
                        "x",
                        "a.b.c",
                        token + ".",
                        parts[0] + "." + parts[1] + "." + others[2],
                        others[0] + "." + parts[1] + "." + parts[2],
                        parts[0] + ".zzzzzzzzzzzzzzzzzz." + parts[2],
                        parts[0] + ".open." + parts[2]))
                .allSatisfy(
                        forged -> assertThat(there.scan(REALM, forged, PHONE)).isEqualTo(new Scan.Unknown()));
        assertThat(there.scan("another realm", token, PHONE)).isEqualTo(new Scan.Unknown());
        assertThat(state(request)).isEqualTo(State.WAITING);
    }

    @Test
    void theSecondPhoneIsRefusedAndThePageTells() {
        AppRequest request = qr();
        there.scan(REALM, here.qrToken(request), PHONE);
        assertThat(there.scan(REALM, here.qrToken(request), STRANGERS_PHONE)).isEqualTo(new Scan.AlreadyScanned());
        assertThat(there.scan(REALM, here.qrToken(request), OTHER_PHONE)).isEqualTo(new Scan.AlreadyScanned());
        assertThat(here.find(REALM, request.id()).orElseThrow().anotherScanned())
                .isTrue();
        assertThat(there.confirm(REALM, request.id(), STRANGERS_PHONE, Optional.empty()))
                .isEqualTo(new Confirmation.NotYours());
        assertThat(there.reject(REALM, request.id(), OTHER_PHONE)).isEqualTo(new Rejection.NotYours());
        assertThat(there.visibleTo(REALM, request.id(), STRANGERS_PHONE)).isEmpty();
        assertThat(there.confirm(REALM, request.id(), PHONE, Optional.empty()))
                .isInstanceOf(Confirmation.Confirmed.class);
    }

    @Test
    void whoIsLoggedInAlreadyIsNotConfirmedBySomebodyElse() {
        AppRequest request = started(wanted(Kind.QR, new Awaited.Citizen("citizen"), BROWSER));
        assertThat(there.scan(REALM, here.qrToken(request), STRANGERS_PHONE)).isEqualTo(new Scan.OtherCitizen());
        assertThat(here.find(REALM, request.id()).orElseThrow().anotherScanned())
                .isTrue();
        assertThat(there.scan(REALM, here.qrToken(request), PHONE)).isInstanceOf(Scan.Scanned.class);
    }

    @Test
    void whoWakesAppsIsToldOfWhatWasTypedAndOfNoQr() {
        asked.clear();
        qr();
        AppRequest request = typed("whom to wake");
        assertThat(asked).containsExactly(new AppAsked(request));
    }

    @Test
    void whatWasNotScannedCannotBeAnswered() {
        AppRequest request = qr();
        assertThat(there.confirm(REALM, request.id(), PHONE, Optional.empty())).isEqualTo(new Confirmation.NotYours());
        assertThat(there.confirm(REALM, "unknown", PHONE, Optional.empty())).isEqualTo(new Confirmation.Gone());
        assertThat(there.confirm("another realm", request.id(), PHONE, Optional.empty()))
                .isEqualTo(new Confirmation.Gone());
    }

    @Test
    void onlyTheBrowserThatAskedGoesOn() {
        AppRequest request = qr();
        there.scan(REALM, here.qrToken(request), PHONE);
        there.confirm(REALM, request.id(), PHONE, Optional.empty());
        assertThat(here.findOf(REALM, request.id(), "foreign")).isEmpty();
        assertThat(here.claim(REALM, request.id(), "foreign", Optional.empty()))
                .isEqualTo(new Claim.Refused(Optional.empty()));
        assertThat(here.claim(REALM, request.id(), BROWSER, Optional.empty())).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void onTheSamePhoneTheBrowserGoesOnByTheAddressThatTheAppWasGiven() {
        AppRequest request = qr();
        String link = here.openToken(request);
        clock.move(Duration.ofMinutes(4));
        there.scan(REALM, link, PHONE);
        Confirmation confirmation = there.confirm(REALM, request.id(), PHONE, Optional.empty());
        String returnTo = ((Confirmation.Confirmed) confirmation).returnTo().orElseThrow();
        assertThat(returnTo).startsWith("https://back?proof=");
        assertThat(here.claim(REALM, request.id(), BROWSER, Optional.empty())).isEqualTo(new Claim.ComeBackByTheApp());
        assertThat(here.claim(REALM, request.id(), BROWSER, Optional.of("guessed")))
                .isEqualTo(new Claim.ComeBackByTheApp());
        Optional<String> proof = Optional.of(returnTo.substring("https://back?proof=".length()));
        assertThat(here.claim(REALM, request.id(), "foreign", proof)).isInstanceOf(Claim.Refused.class);
        assertThat(here.claim(REALM, request.id(), BROWSER, proof)).isInstanceOf(Claim.Granted.class);
        assertThat(here.claim(REALM, request.id(), BROWSER, proof)).isInstanceOf(Claim.Refused.class);
    }

    @Test
    void theDigitsOfThePageAreTypedIntoTheApp() {
        AppRequest request = typed("typist");
        AppDevice phone = new AppDevice("typist-phone", "Phone", "typist");
        assertThat(there.pendingFor(REALM, phone)).extracting(AppRequest::id).containsExactly(request.id());
        assertThat(there.confirm(REALM, request.id(), phone, Optional.empty()))
                .isEqualTo(new Confirmation.WrongDigits(2));
        assertThat(there.confirm(REALM, request.id(), STRANGERS_PHONE, Optional.of(here.digits(request))))
                .isEqualTo(new Confirmation.NotYours());
        assertThat(there.confirm(REALM, request.id(), phone, Optional.of(here.digits(request))))
                .isInstanceOf(Confirmation.Confirmed.class);
        assertThat(here.claim(REALM, request.id(), BROWSER, Optional.empty())).isInstanceOf(Claim.Granted.class);
        assertThat(there.pendingFor(REALM, phone)).isEmpty();
    }

    @Test
    void threeWrongDigitsEndTheRequestEvenForTheRightOnes() {
        AppRequest request = typed("guesser");
        AppDevice phone = new AppDevice("guesser-phone", "Phone", "guesser");
        Optional<OneTimeCode> wrong = Optional.of(other(here.digits(request)));
        for (int left = 2; left >= 0; left--) {
            assertThat(there.confirm(REALM, request.id(), phone, wrong)).isEqualTo(new Confirmation.WrongDigits(left));
        }
        assertThat(there.confirm(REALM, request.id(), phone, Optional.of(here.digits(request))))
                .isEqualTo(new Confirmation.AlreadyFinal(State.EXHAUSTED));
        assertThat(state(request)).isEqualTo(State.EXHAUSTED);
    }

    private static OneTimeCode other(OneTimeCode code) {
        int number = (Integer.parseInt(code.value()) + 1) % 1_000_000;
        return OneTimeCode.parse("%06d".formatted(number)).valid().orElseThrow();
    }

    @Test
    void oneTypedRequestWaitsForACitizenAndForNobodyAlike() {
        for (Awaited awaited : List.of(new Awaited.Citizen("busy"), new Awaited.Nobody("busy"))) {
            AppRequest first = started(wanted(Kind.TYPED, awaited, BROWSER));
            assertThat(there.start(wanted(Kind.TYPED, awaited, "another"))).isEqualTo(new Started.Busy(first));
            AppRequest again = started(wanted(Kind.TYPED, awaited, BROWSER));
            assertThat(state(first)).isEqualTo(State.WITHDRAWN);
            here.withdraw(REALM, again.id(), "another");
            assertThat(state(again)).isEqualTo(State.WAITING);
            here.withdraw(REALM, again.id(), BROWSER);
            assertThat(there.start(wanted(Kind.TYPED, awaited, "another"))).isInstanceOf(Started.Waiting.class);
        }
    }

    @Test
    void theLastRequestTellsWhetherItWasAnswered() {
        Awaited awaited = new Awaited.Citizen("slow");
        assertThat(here.lastOf(REALM, Kind.TYPED, awaited)).isEmpty();
        AppRequest request = typed("slow");
        clock.move(LIFETIME);
        assertThat(there.lastOf(REALM, Kind.TYPED, awaited).orElseThrow().state())
                .isEqualTo(State.EXPIRED);
        assertThat(there.confirm(
                        REALM, request.id(), new AppDevice("x", "x", "slow"), Optional.of(here.digits(request))))
                .isEqualTo(new Confirmation.Gone());
    }

    @Test
    void aPinIsShownToItsCitizenAndANewOneTakesItsPlace() {
        AppRequest first = started(wanted(Kind.PIN, new Awaited.Citizen("pin"), BROWSER));
        AppDevice phone = new AppDevice("pin-phone", "Phone", "pin");
        assertThat(there.revealPin(REALM, first.id(), phone)).contains(here.digits(first));
        assertThat(there.revealPin(REALM, first.id(), STRANGERS_PHONE)).isEmpty();
        assertThat(there.confirm(REALM, first.id(), phone, Optional.empty())).isEqualTo(new Confirmation.NotYours());
        AppRequest second = started(wanted(Kind.PIN, new Awaited.Citizen("pin"), "another"));
        assertThat(there.revealPin(REALM, first.id(), phone)).isEmpty();
        assertThat(there.revealPin(REALM, second.id(), phone)).contains(here.digits(second));
    }

    @Test
    void aRejectionEndsIt() {
        AppRequest request = qr();
        there.scan(REALM, here.qrToken(request), PHONE);
        assertThat(there.reject(REALM, request.id(), PHONE)).isInstanceOf(Rejection.Rejected.class);
        assertThat(there.confirm(REALM, request.id(), PHONE, Optional.empty()))
                .isEqualTo(new Confirmation.AlreadyFinal(State.REJECTED));
        assertThat(there.scan(REALM, here.qrToken(request), OTHER_PHONE)).isEqualTo(new Scan.Gone());
        assertThat(here.claim(REALM, request.id(), BROWSER, Optional.empty())).isInstanceOf(Claim.Refused.class);
    }

    @Test
    void aConfirmationWaitsTwoMinutesForItsBrowser() {
        AppRequest request = qr();
        there.scan(REALM, here.qrToken(request), PHONE);
        there.confirm(REALM, request.id(), PHONE, Optional.empty());
        clock.move(Duration.ofMinutes(2));
        assertThat(here.claim(REALM, request.id(), BROWSER, Optional.empty()))
                .isInstanceOfSatisfying(Claim.Refused.class, refused -> assertThat(
                                refused.request().orElseThrow().state())
                        .isEqualTo(State.EXPIRED));
    }

    @Test
    void whoWaitsOnOneNodeIsToldOfWhatHappensOnTheOther() throws Exception {
        AppRequest request = qr();
        BlockingQueue<State> told = new LinkedBlockingQueue<>();
        AppRequests.Watch watch = here.watch(request.id(), changed -> told.add(changed.state()));
        there.scan(REALM, here.qrToken(request), PHONE);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(State.SCANNED);
        there.confirm(REALM, request.id(), PHONE, Optional.empty());
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(State.CONFIRMED);
        watch.close();
        here.claim(REALM, request.id(), BROWSER, Optional.empty());
        assertThat(told).isEmpty();
    }

    @Test
    void ofYesAndNoAtOnceOneCounts() throws Exception {
        int confirmed = 0;
        for (int round = 0; round < 200; round++) {
            AppRequest request = qr();
            there.scan(REALM, here.qrToken(request), PHONE);
            List<Boolean> won = allAtOnce(IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        AppRequests node = i < 2 ? here : there;
                        return i % 2 == 0
                                ? node.confirm(REALM, request.id(), PHONE, Optional.empty())
                                        instanceof Confirmation.Confirmed
                                : node.reject(REALM, request.id(), PHONE) instanceof Rejection.Rejected;
                    })
                    .toList());
            assertThat(won).containsOnlyOnce(true);
            boolean yes = won.get(0) || won.get(2);
            assertThat(state(request)).isEqualTo(yes ? State.CONFIRMED : State.REJECTED);
            confirmed += yes ? 1 : 0;
        }
        assertThat(confirmed).isBetween(1, 199);
    }

    @Test
    void ofManyPhonesAtOnceOneScans() throws Exception {
        for (int round = 0; round < 50; round++) {
            AppRequest request = qr();
            String token = here.qrToken(request);
            List<Scan> scans = allAtOnce(IntStream.range(0, 4)
                    .<Callable<Scan>>mapToObj(i -> () -> (i < 2 ? here : there)
                            .scan(REALM, token, new AppDevice("device-" + i, "Phone", "citizen-" + i)))
                    .toList());
            assertThat(scans.stream().filter(Scan.Scanned.class::isInstance)).hasSize(1);
            assertThat(scans.stream().filter(Scan.AlreadyScanned.class::isInstance))
                    .hasSize(3);
        }
    }

    @Test
    void ofManyClaimsAtOnceOneIsGranted() throws Exception {
        for (int round = 0; round < 50; round++) {
            AppRequest request = qr();
            there.scan(REALM, here.qrToken(request), PHONE);
            there.confirm(REALM, request.id(), PHONE, Optional.empty());
            List<Claim> claims = allAtOnce(IntStream.range(0, 4)
                    .<Callable<Claim>>mapToObj(
                            i -> () -> (i < 2 ? here : there).claim(REALM, request.id(), BROWSER, Optional.empty()))
                    .toList());
            assertThat(claims.stream().filter(Claim.Granted.class::isInstance)).hasSize(1);
        }
    }

    @Test
    void ofManyTypedRequestsAtOnceOneWaits() throws Exception {
        for (int round = 0; round < 50; round++) {
            Awaited awaited = new Awaited.Citizen("bombed-" + round);
            List<Started> started = allAtOnce(IntStream.range(0, 4)
                    .<Callable<Started>>mapToObj(
                            i -> () -> (i < 2 ? here : there).start(wanted(Kind.TYPED, awaited, "browser-" + i)))
                    .toList());
            assertThat(started.stream().filter(Started.Waiting.class::isInstance))
                    .hasSize(1);
        }
    }

    @Test
    void nothingThatIsKeptHoldsTheDigitsTheProofOrTheBrowser() {
        AppRequest request = typed("kept");
        String text = nodes.get(0).<String, String>getCache("requests").get(AppRequestStore.REQUEST + request.id());
        assertThat(text)
                .contains("Town+hall")
                .doesNotContain(here.digits(request).value())
                .doesNotContain("=" + BROWSER + "\n");
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            CyclicBarrier start = new CyclicBarrier(acts.size());
            List<Future<T>> answers = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }
}

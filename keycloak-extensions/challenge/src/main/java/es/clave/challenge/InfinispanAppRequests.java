package es.clave.challenge;

import es.clave.challenge.AppRequest.Kind;
import es.clave.challenge.AppRequest.State;
import es.clave.challenge.AppRequestStore.Step;
import es.clave.identity.OneTimeCode;
import es.clave.platform.KeyedHash;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@link AppRequests} in an Infinispan cache. */
final class InfinispanAppRequests implements AppRequests {

    private static final int ID_BYTES = 16;
    private static final int DIGITS_TRIES = 3;

    /** How long a confirmed request waits for its browser. */
    private static final Duration PICK_UP = Duration.ofMinutes(2);

    private final AppRequestStore store;
    private final AppRequestWatches watches;
    private final KeyedHash keyedHash;
    private final AppTokens tokens;
    private final Clock clock;
    private final SecureRandom random;
    private final Consumer<AppAsked> listener;

    /** @param listener is told of requests that no phone has scanned */
    InfinispanAppRequests(
            AppRequestStore store,
            AppRequestWatches watches,
            KeyedHash keyedHash,
            Clock clock,
            SecureRandom random,
            Consumer<AppAsked> listener) {
        this.store = store;
        this.watches = watches;
        this.keyedHash = keyedHash;
        this.tokens = new AppTokens(keyedHash);
        this.clock = clock;
        this.random = random;
        this.listener = listener;
    }

    @Override
    public Started start(NewAppRequest wanted) {
        StoredRequest stored = fresh(wanted);
        store.add(stored);
        if (wanted.kind() == Kind.QR) {
            return new Started.Waiting(stored.request());
        }
        String index = index(wanted.realmId(), wanted.kind(), wanted.awaited());
        while (true) {
            Optional<String> before = store.indexed(index);
            Optional<AppRequest> other =
                    before.flatMap(store::find).map(StoredRequest::request).filter(request -> isOpen(request.state()));
            boolean inTheWay = wanted.kind() == Kind.TYPED
                    && other.isPresent()
                    && !other.get().browser().equals(stored.request().browser());
            if (inTheWay) {
                store.forget(stored.request().id());
                return new Started.Busy(other.get());
            }
            if (store.index(index, before, stored)) {
                other.ifPresent(request -> end(request.id()));
                listener.accept(new AppAsked(stored.request()));
                return new Started.Waiting(stored.request());
            }
        }
    }

    private StoredRequest fresh(NewAppRequest wanted) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Instant now = clock.instant();
        return new StoredRequest(
                new AppRequest(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                        wanted.realmId(),
                        wanted.kind(),
                        wanted.awaited() instanceof Awaited.Citizen citizen
                                ? Optional.of(citizen.userId())
                                : Optional.empty(),
                        wanted.agencyClientId(),
                        wanted.agencyName(),
                        wanted.service(),
                        wanted.place(),
                        now,
                        now.plus(wanted.lifetime()),
                        browserHash(wanted.browser()),
                        Optional.empty(),
                        false,
                        false,
                        State.WAITING),
                wanted.kind() != Kind.QR,
                wanted.returnTo(),
                DIGITS_TRIES);
    }

    private static boolean isOpen(State state) {
        return switch (state) {
            case WAITING, SCANNED, CONFIRMED -> true;
            case CLAIMED, REJECTED, EXHAUSTED, WITHDRAWN, EXPIRED -> false;
        };
    }

    private void end(String id) {
        store.change(
                id,
                false,
                stored -> isOpen(stored.request().state())
                        ? Step.to(stored.in(State.WITHDRAWN), true)
                        : Step.stay(false));
    }

    @Override
    public Optional<AppRequest> find(String realmId, String requestId) {
        return stored(realmId, requestId).map(StoredRequest::request);
    }

    private Optional<StoredRequest> stored(String realmId, String requestId) {
        return store.find(requestId).filter(stored -> stored.request().realmId().equals(realmId));
    }

    @Override
    public Optional<AppRequest> findOf(String realmId, String requestId, String browser) {
        return find(realmId, requestId).filter(request -> isOf(browser, request));
    }

    private boolean isOf(String browser, AppRequest request) {
        return keyedHash.matches(request.browser(), "browser", browser);
    }

    @Override
    public Optional<AppRequest> lastOf(String realmId, Kind kind, Awaited awaited) {
        return store.findByIndex(index(realmId, kind, awaited)).map(StoredRequest::request);
    }

    @Override
    public String qrToken(AppRequest request) {
        return tokens.qr(request, clock.instant());
    }

    @Override
    public String openToken(AppRequest request) {
        return tokens.open(request);
    }

    @Override
    public OneTimeCode digits(AppRequest request) {
        return tokens.digits(request);
    }

    @Override
    public void withdraw(String realmId, String requestId, String browser) {
        findOf(realmId, requestId, browser).map(AppRequest::id).ifPresent(this::end);
    }

    @Override
    public Claim claim(String realmId, String requestId, String browser, Optional<String> proof) {
        if (findOf(realmId, requestId, browser).isEmpty()) {
            return new Claim.Refused(Optional.empty());
        }
        return store.change(requestId, new Claim.Refused(Optional.empty()), stored -> {
            AppRequest request = stored.request();
            if (request.state() != State.CONFIRMED) {
                return Step.<Claim>stay(new Claim.Refused(Optional.of(request)));
            }
            if (request.samePhone()
                    && !proof.filter(typed -> tokens.isProofOfReturn(typed, request))
                            .isPresent()) {
                return Step.<Claim>stay(new Claim.ComeBackByTheApp());
            }
            StoredRequest claimed = stored.in(State.CLAIMED);
            return Step.<Claim>to(claimed, new Claim.Granted(claimed.request()));
        });
    }

    @Override
    public Watch watch(String requestId, Consumer<AppRequest> listener) {
        return watches.add(requestId, listener);
    }

    @Override
    public Scan scan(String realmId, String token, AppDevice device) {
        Optional<AppTokens.Read> read = AppTokens.Read.of(token);
        if (read.isEmpty()) {
            return new Scan.Unknown();
        }
        Scan scan = store.change(read.get().requestId(), new Scan.Unknown(), stored -> {
            AppRequest request = stored.request();
            if (!request.realmId().equals(realmId)
                    || request.kind() != Kind.QR
                    || !tokens.isGenuine(read.get(), request)) {
                return Step.<Scan>stay(new Scan.Unknown());
            }
            if (!tokens.isFresh(read.get(), clock.instant())) {
                return Step.<Scan>stay(new Scan.TooOld());
            }
            return scan(stored, device, read.get().opens());
        });
        if (scan instanceof Scan.Scanned) {
            store.find(read.get().requestId()).ifPresent(stored -> store.setIndex(index(realmId, device), stored));
        }
        return scan;
    }

    private static Step<Scan> scan(StoredRequest stored, AppDevice device, boolean opened) {
        AppRequest request = stored.request();
        return switch (request.state()) {
            case WAITING -> {
                if (!request.userId().map(device.userId()::equals).orElse(true)) {
                    yield Step.to(stored.withAnotherScanner(), new Scan.OtherCitizen());
                }
                StoredRequest scanned = stored.scannedBy(device, opened);
                yield Step.to(scanned, new Scan.Scanned(scanned.request()));
            }
            case SCANNED ->
                isOf(device, request)
                        ? Step.stay(new Scan.Scanned(request))
                        : Step.to(stored.withAnotherScanner(), new Scan.AlreadyScanned());
            case CONFIRMED, CLAIMED, REJECTED, EXHAUSTED, WITHDRAWN, EXPIRED -> Step.stay(new Scan.Gone());
        };
    }

    private static boolean isOf(AppDevice device, AppRequest request) {
        return request.device()
                .filter(scanner ->
                        scanner.id().equals(device.id()) && scanner.userId().equals(device.userId()))
                .isPresent();
    }

    @Override
    public List<AppRequest> pendingFor(String realmId, AppDevice device) {
        Awaited citizen = new Awaited.Citizen(device.userId());
        return Stream.of(index(realmId, device), index(realmId, Kind.TYPED, citizen), index(realmId, Kind.PIN, citizen))
                .flatMap(index -> store.findByIndex(index).stream())
                .map(StoredRequest::request)
                .filter(request -> !request.state().isFinal() && mayAnswer(device, request))
                .toList();
    }

    @Override
    public Optional<AppRequest> visibleTo(String realmId, String requestId, AppDevice device) {
        return find(realmId, requestId).filter(request -> isOf(device, request) || mayAnswer(device, request));
    }

    /** What was scanned is its scanner's; what was typed is for each phone of the citizen. */
    private static boolean mayAnswer(AppDevice device, AppRequest request) {
        return switch (request.kind()) {
            case QR -> isOf(device, request);
            case TYPED, PIN -> request.userId().equals(Optional.of(device.userId()));
        };
    }

    @Override
    public Confirmation confirm(String realmId, String requestId, AppDevice device, Optional<OneTimeCode> typed) {
        if (stored(realmId, requestId).isEmpty()) {
            return new Confirmation.Gone();
        }
        return store.change(requestId, new Confirmation.Gone(), stored -> {
            AppRequest request = stored.request();
            if (!mayAnswer(device, request) || request.kind() == Kind.PIN) {
                return Step.<Confirmation>stay(new Confirmation.NotYours());
            }
            return switch (request.state()) {
                case WAITING, SCANNED -> confirm(stored, device, typed);
                case EXPIRED -> Step.<Confirmation>stay(new Confirmation.Gone());
                case CONFIRMED, CLAIMED, REJECTED, EXHAUSTED, WITHDRAWN ->
                    Step.<Confirmation>stay(new Confirmation.AlreadyFinal(request.state()));
            };
        });
    }

    private Step<Confirmation> confirm(StoredRequest stored, AppDevice device, Optional<OneTimeCode> typed) {
        AppRequest request = stored.request();
        if (request.kind() == Kind.TYPED && !typed.equals(Optional.of(tokens.digits(request)))) {
            StoredRequest counted = stored.withOneTryLess();
            return Step.to(
                    counted.triesLeft() > 0
                            ? counted
                            : counted.answeredBy(device, request.expiresAt(), State.EXHAUSTED),
                    new Confirmation.WrongDigits(counted.triesLeft()));
        }
        StoredRequest confirmed = stored.answeredBy(device, clock.instant().plus(PICK_UP), State.CONFIRMED);
        return Step.to(
                confirmed,
                new Confirmation.Confirmed(
                        confirmed.request(),
                        request.samePhone()
                                ? Optional.of(stored.returnTo() + tokens.proofOfReturn(request))
                                : Optional.empty()));
    }

    @Override
    public Rejection reject(String realmId, String requestId, AppDevice device) {
        if (stored(realmId, requestId).isEmpty()) {
            return new Rejection.Gone();
        }
        return store.change(requestId, new Rejection.Gone(), stored -> {
            AppRequest request = stored.request();
            if (!mayAnswer(device, request)) {
                return Step.<Rejection>stay(new Rejection.NotYours());
            }
            return switch (request.state()) {
                case WAITING, SCANNED -> {
                    StoredRequest rejected = stored.answeredBy(device, request.expiresAt(), State.REJECTED);
                    yield Step.<Rejection>to(rejected, new Rejection.Rejected(rejected.request()));
                }
                case EXPIRED -> Step.<Rejection>stay(new Rejection.Gone());
                case CONFIRMED, CLAIMED, REJECTED, EXHAUSTED, WITHDRAWN ->
                    Step.<Rejection>stay(new Rejection.AlreadyFinal(request.state()));
            };
        });
    }

    @Override
    public Optional<OneTimeCode> revealPin(String realmId, String requestId, AppDevice device) {
        return find(realmId, requestId)
                .filter(request ->
                        request.kind() == Kind.PIN && request.state() == State.WAITING && mayAnswer(device, request))
                .map(tokens::digits);
    }

    private String browserHash(String browser) {
        return keyedHash.of("browser", browser);
    }

    private String index(String realmId, Kind kind, Awaited awaited) {
        String who = awaited instanceof Awaited.Citizen citizen ? "citizen:" + citizen.userId() : nobody(awaited);
        return "of:" + keyedHash.of("of", realmId, kind.name(), who);
    }

    private static String nobody(Awaited awaited) {
        return awaited instanceof Awaited.Nobody nobody ? "nobody:" + nobody.typed() : "";
    }

    private String index(String realmId, AppDevice device) {
        return "scanned:" + keyedHash.of("scanned", realmId, device.userId(), device.id());
    }

    @Override
    public void close() {}
}

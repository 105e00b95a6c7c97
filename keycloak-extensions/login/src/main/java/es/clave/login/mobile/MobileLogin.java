package es.clave.login.mobile;

import es.clave.challenge.AppRequest;
import es.clave.challenge.AppRequests;
import es.clave.challenge.AppRequests.Claim;
import es.clave.challenge.AppRequests.Started;
import es.clave.challenge.Awaited;
import es.clave.challenge.FailurePolicy;
import es.clave.challenge.NewAppRequest;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.AuthenticationMethod;
import es.clave.login.AgencyRequest;
import es.clave.login.BrowserWindow;
import es.clave.login.EstablishedLogin;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.login.Refusal;
import es.clave.login.SharedSettings;
import es.clave.login.code.Holder;
import es.clave.login.code.Holders;
import es.clave.platform.SourceAddress;
import es.clave.platform.TypedDocument;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.Devices;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One citizen's way through Cl@ve Móvil. */
final class MobileLogin {

    private static final AuthenticationMethod METHOD = MobileWay.METHOD;

    /** The request that this browser window waits for. */
    private static final String REQUEST = "clave.mobile.request";

    /** Whether its end was told to the journal. */
    private static final String TOLD = "clave.mobile.told";

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel login;
    private final RealmModel realm;
    private final MobileSettings settings;
    private final AppRequests requests;
    private final Throttle throttle;
    private final Holders holders;
    private final MobilePages pages;
    private final LoginJournal journal;

    MobileLogin(AuthenticationFlowContext context, Clock clock) {
        this.context = context;
        this.login = context.getAuthenticationSession();
        this.realm = context.getRealm();
        this.settings = MobileSettings.of(realm);
        this.requests = context.getSession().getProvider(AppRequests.class);
        this.throttle = context.getSession().getProvider(Throttle.class);
        this.holders = new Holders(context.getSession(), realm);
        this.pages = new MobilePages(context, settings, clock);
        this.journal = new LoginJournal(context, clock);
    }

    /** Shows the page that this login has come to, or ends it: also when the page is loaded anew or come back to. */
    void resume() {
        Optional<AppRequest> request = pending();
        if (request.isPresent()) {
            goOn(request.get());
        } else {
            showQr();
        }
    }

    private Optional<AppRequest> pending() {
        return Optional.ofNullable(login.getAuthNote(REQUEST))
                .flatMap(id -> requests.findOf(realm.getId(), id, BrowserWindow.of(login)));
    }

    private void goOn(AppRequest request) {
        switch (request.state()) {
            case WAITING, SCANNED -> context.challenge(pages.waiting(request));
            case CONFIRMED -> claim(request);
            case REJECTED -> over(request, Outcome.APP_REJECTED, "appRejected");
            case EXHAUSTED -> over(request, Outcome.APP_EXHAUSTED, "appExhausted");
            case EXPIRED, WITHDRAWN -> over(request, Outcome.APP_EXPIRED, "appExpired");
            case CLAIMED -> over(request, Outcome.APP_REFUSED, "appUsed");
        }
    }

    private void over(AppRequest request, Outcome outcome, String messageKey) {
        if (!request.id().equals(login.getAuthNote(TOLD))) {
            login.setAuthNote(TOLD, request.id());
            journal.failure(outcome, METHOD);
        }
        context.challenge(pages.over(request.kind(), new Refusal(outcome, messageKey, List.of())));
    }

    /** Begins anew, with a QR. */
    void showQr() {
        withdraw();
        Awaited awaited = known().<Awaited>map(holder ->
                        new Awaited.Citizen(holder.citizen().orElseThrow().userId()))
                .orElseGet(Awaited.Anybody::new);
        if (requests.start(wanted(AppRequest.Kind.QR, awaited)) instanceof Started.Waiting waiting) {
            login.setAuthNote(REQUEST, waiting.request().id());
            context.challenge(pages.waiting(waiting.request()));
        }
    }

    private Optional<Holder> known() {
        return Optional.ofNullable(context.getUser()).map(UserModel::getId).flatMap(holders::ofUser);
    }

    private NewAppRequest wanted(AppRequest.Kind kind, Awaited awaited) {
        return new NewAppRequest(
                realm.getId(),
                kind,
                awaited,
                BrowserWindow.of(login),
                login.getClient().getClientId(),
                AgencyRequest.of(context).agencyName(),
                Optional.ofNullable(login.getClient().getAttribute("clave.service"))
                        .orElse(""),
                String.valueOf(context.getConnection().getRemoteAddr()),
                new MobileLinks(context.getUriInfo(), realm).back(login.getTabId()),
                settings.lifetime());
    }

    /** Without a QR: who is known already has nothing to type. */
    void identify() {
        Optional<Holder> known = known();
        if (known.isPresent()) {
            ask(known.get(), pages::overBecause);
        } else {
            context.challenge(pages.identify());
        }
    }

    /** Asks the app of who was typed, or does as if. */
    void request(TypedDocument typed) {
        if (known().isPresent()) {
            identify();
            return;
        }
        typed.keepIn(login);
        Optional<TypedDocument.Document> document = typed.document();
        if (document.isEmpty()) {
            journal.failure(Outcome.MALFORMED_IDENTITY, METHOD);
            context.challenge(pages.identify(typed, typed.mistakes()));
            return;
        }
        Function<Refusal, Response> page = refusal -> pages.identify(typed, refusal);
        Throttle.Verdict source = throttle.take(
                realm.getId(),
                List.of(new Throttle.Demand(
                        SourceLimits.of(realm).identities(), SourceAddress.of(context.getConnection()))));
        if (source instanceof Throttle.Verdict.Refused refused) {
            refuse(Refusal.sourceLimited(refused), page);
            return;
        }
        Optional<Holder> holder = holders.of(document.get());
        if (holder.isEmpty()) {
            refuse(Refusal.civilRegisterUnavailable(), page);
            return;
        }
        ask(holder.get(), page);
    }

    private void ask(Holder holder, Function<Refusal, Response> page) {
        Optional<Refusal> refusal = standing(holder.subject()).or(() -> limits(holder));
        if (refusal.isPresent()) {
            refuse(refusal.get(), page);
            return;
        }
        Awaited awaited = holder.citizen()
                .<Awaited>map(citizen -> new Awaited.Citizen(citizen.userId()))
                .orElseGet(() -> new Awaited.Nobody(holder.subject()));
        boolean ignored = requests.lastOf(realm.getId(), AppRequest.Kind.TYPED, awaited)
                .filter(last -> !isAnswered(last))
                .isPresent();
        Started started = requests.start(wanted(AppRequest.Kind.TYPED, awaited));
        if (started instanceof Started.Waiting waiting) {
            if (ignored) {
                throttle.failed(realm.getId(), settings.unanswered(), holder.subject());
            }
            withdraw();
            login.setAuthNote(REQUEST, waiting.request().id());
            journal.step(Outcome.APP_ASKED, METHOD);
            context.challenge(pages.waiting(waiting.request()));
        } else {
            refuse(new Refusal(Outcome.APP_BUSY, "appBusy", List.of()), page);
        }
    }

    private static boolean isAnswered(AppRequest last) {
        return switch (last.state()) {
            case CONFIRMED, CLAIMED -> true;
            case WAITING, SCANNED, REJECTED, EXHAUSTED, WITHDRAWN, EXPIRED -> false;
        };
    }

    private Optional<Refusal> standing(String subject) {
        return Refusal.of(
                throttle.standing(realm.getId(), SharedSettings.of(realm).failures(), subject));
    }

    private Optional<Refusal> limits(Holder holder) {
        FailurePolicy unanswered = settings.unanswered();
        if (throttle.standing(realm.getId(), unanswered, holder.subject()) instanceof Throttle.Standing.Paused paused) {
            return Optional.of(
                    new Refusal(Outcome.TOO_MANY_APP_REQUESTS, "appTooMany", List.of(Refusal.minutes(paused.rest()))));
        }
        Throttle.Verdict verdict = throttle.take(
                realm.getId(),
                List.of(
                        new Throttle.Demand(settings.spacing(), holder.subject()),
                        new Throttle.Demand(settings.requestsPerCitizen(), holder.subject())));
        if (verdict instanceof Throttle.Verdict.Refused refused) {
            boolean soon = refused.limit().equals(settings.spacing());
            return Optional.of(new Refusal(
                    Outcome.TOO_MANY_APP_REQUESTS,
                    soon ? "appTooSoon" : "mobileTooMany",
                    List.of(soon ? refused.retryAfter().toSeconds() + 1 : Refusal.minutes(refused.retryAfter()))));
        }
        return Optional.empty();
    }

    /** The browser waits for no answer any more. */
    void withdraw() {
        pending().ifPresent(request -> requests.withdraw(realm.getId(), request.id(), BrowserWindow.of(login)));
        login.removeAuthNote(REQUEST);
    }

    private void claim(AppRequest request) {
        Optional<String> proof =
                Optional.ofNullable(context.getUriInfo().getQueryParameters().getFirst(MobileLinks.PROOF));
        Claim claim = requests.claim(realm.getId(), request.id(), BrowserWindow.of(login), proof);
        if (claim instanceof Claim.Granted granted) {
            accept(granted.request());
        } else if (claim instanceof Claim.ComeBackByTheApp) {
            context.challenge(pages.waiting(request));
        } else {
            over(request, Outcome.APP_REFUSED, "appUsed");
        }
    }

    private void accept(AppRequest request) {
        Optional<Citizen> citizen = request.userId()
                .flatMap(id ->
                        context.getSession().getProvider(CitizenRegistry.class).findByUserId(realm, id))
                .filter(found -> found.status() == Citizen.Status.ACTIVE);
        Optional<UserModel> user = citizen.map(
                        found -> context.getSession().users().getUserById(realm, found.userId()))
                .filter(UserModel::isEnabled);
        if (user.isEmpty()) {
            refuse(Refusal.registrationStopped(), pages::overBecause);
            return;
        }
        if (context.getUser() != null
                && !context.getUser().getId().equals(user.get().getId())) {
            refuse(new Refusal(Outcome.OTHER_PERSON, "appOtherPerson", List.of()), pages::overBecause);
            return;
        }
        if (!speaksStill(request)) {
            refuse(new Refusal(Outcome.APP_REFUSED, "appDeviceRemoved", List.of()), pages::overBecause);
            return;
        }
        String subject = Holder.of(citizen.orElseThrow()).subject();
        Optional<Refusal> standing = standing(subject);
        if (standing.isPresent()) {
            refuse(standing.get(), pages::overBecause);
            return;
        }
        throttle.succeeded(realm.getId(), SharedSettings.of(realm).failures(), subject);
        throttle.succeeded(realm.getId(), settings.unanswered(), subject);
        login.removeAuthNote(REQUEST);
        EstablishedLogin established = EstablishedLogin.reach(context, METHOD, citizen.orElseThrow());
        established.establish(context);
        journal.describeSuccess(METHOD, established.level());
        context.setUser(user.get());
        context.success();
    }

    /** The phone may have been taken away, or shut out, since it confirmed. */
    private boolean speaksStill(AppRequest request) {
        return request.device()
                .flatMap(device ->
                        context.getSession().getProvider(Devices.class).find(realm, device.id()))
                .filter(device -> device.active() && request.userId().equals(Optional.of(device.userId())))
                .isPresent();
    }

    private void refuse(Refusal refusal, Function<Refusal, Response> page) {
        journal.failure(refusal.outcome(), METHOD);
        context.challenge(page.apply(refusal));
    }
}

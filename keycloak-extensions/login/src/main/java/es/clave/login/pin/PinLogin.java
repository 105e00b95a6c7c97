package es.clave.login.pin;

import es.clave.challenge.Codes;
import es.clave.challenge.FailurePolicy;
import es.clave.challenge.Limit;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.OneTimeCode;
import es.clave.identity.Parsed;
import es.clave.login.EstablishedLogin;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.login.SharedSettings;
import es.clave.platform.SourceAddress;
import es.clave.platform.TypedDocument;
import es.clave.registry.Citizen;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One citizen's way through Cl@ve PIN. */
final class PinLogin {

    private static final AuthenticationMethod METHOD = AuthenticationMethod.PIN_SMS;

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel login;
    private final RealmModel realm;
    private final Throttle throttle;
    private final FailurePolicy failures;
    private final Holders holders;
    private final PinDelivery delivery;
    private final PinPages pages;
    private final LoginJournal journal;

    PinLogin(AuthenticationFlowContext context, Clock clock, SecureRandom random) {
        this.context = context;
        this.login = context.getAuthenticationSession();
        this.realm = context.getRealm();
        KeycloakSession session = context.getSession();
        this.throttle = session.getProvider(Throttle.class);
        this.failures = SharedSettings.of(realm).failures();
        this.holders = new Holders(session, realm);
        this.delivery = new PinDelivery(context, clock, random);
        this.pages = new PinPages(context, clock);
        this.journal = new LoginJournal(context, clock);
    }

    /** Shows the page that this login has come to: also when it is loaded anew or come back to. */
    void resume() {
        pending().ifPresentOrElse(pin -> context.challenge(pages.enterCode(pin)), this::begin);
    }

    /** Shows the first page: the whole form, or only the button for who is known already. */
    void begin() {
        Optional<Holder> known = knownHolder();
        context.challenge(known.isPresent() ? pages.request(known.get()) : pages.identify());
    }

    private Optional<Holder> knownHolder() {
        return Optional.ofNullable(context.getUser()).map(UserModel::getId).flatMap(holders::ofUser);
    }

    /** Sends a PIN to the holder of what was typed, or says why not. */
    void request(TypedDocument typed) {
        Optional<Holder> known = knownHolder();
        if (known.isPresent()) {
            deliver(known.get(), refusal -> pages.request(known.get(), refusal));
            return;
        }
        typed.keepIn(login);
        Optional<TypedDocument.Document> document = typed.document();
        if (document.isEmpty()) {
            journal.failure(Outcome.MALFORMED_IDENTITY, METHOD);
            context.challenge(pages.identify(typed, typed.mistakes()));
            return;
        }
        RefusedPage page = refusal -> pages.identify(typed, refusal);
        Limit perSource = SourceLimits.of(realm).identities();
        Throttle.Verdict source = throttle.take(
                realm.getId(), List.of(new Throttle.Demand(perSource, SourceAddress.of(context.getConnection()))));
        if (source instanceof Throttle.Verdict.Refused refused) {
            refuse(Refusal.sourceLimited(refused), page);
            return;
        }
        Optional<Holder> holder = holders.of(document.get());
        if (holder.isEmpty()) {
            refuse(Refusal.civilRegisterUnavailable(), page);
            return;
        }
        deliver(holder.get(), page);
    }

    private void deliver(Holder holder, RefusedPage page) {
        Optional<Refusal> refusal = standing(holder.subject()).or(() -> limits(delivery.deliverTo(holder)));
        if (refusal.isPresent()) {
            // Who went back and typed the same again is better served by the PIN that is on its way.
            Optional<PendingPin> underWay =
                    pending().filter(pin -> pin.subject().equals(holder.subject()));
            refuse(
                    refusal.get(),
                    underWay.<RefusedPage>map(pin -> refused -> pages.enterCode(pin, refused, true))
                            .orElse(page));
        } else {
            context.challenge(pages.enterCode(pending().orElseThrow()));
        }
    }

    /** Sends another PIN in place of the one before. */
    void resend() {
        Optional<PendingPin> pending = pending();
        if (pending.isEmpty()) {
            begin();
            return;
        }
        PendingPin before = pending.get();
        Optional<Holder> holder = holderOf(before);
        if (holder.isEmpty()) {
            refuse(Refusal.registrationStopped(), refusal -> pages.enterCode(before, refusal, false));
            return;
        }
        Optional<Refusal> refusal = standing(before.subject()).or(() -> limits(delivery.deliverTo(holder.get())));
        if (refusal.isPresent()) {
            refuse(refusal.get(), refused -> pages.enterCode(before, refused, true));
        } else {
            context.challenge(pages.enterCodeSentAgain(pending().orElseThrow()));
        }
    }

    private Optional<Holder> holderOf(PendingPin pin) {
        return pin.userId().isPresent()
                ? holders.ofUser(pin.userId().get())
                : Optional.of(new Holder(pin.subject(), pin.phoneEnding(), Optional.empty()));
    }

    /** Tries the PIN that was typed. */
    void verify(String typed) {
        Optional<PendingPin> pending = pending();
        if (pending.isEmpty()) {
            begin();
            return;
        }
        PendingPin pin = pending.get();
        Parsed<OneTimeCode, OneTimeCode.Mistake> code = OneTimeCode.parse(typed);
        if (code.valid().isEmpty()) {
            String key =
                    code.invalid().filter(OneTimeCode.Mistake.EMPTY::equals).isPresent()
                            ? "codeEmpty"
                            : "codeMalformed";
            context.challenge(pages.enterCode(pin, new FormMessage(PinPages.CODE, key)));
            return;
        }
        Optional<Refusal> standing = standing(pin.subject());
        if (standing.isPresent()) {
            refuse(standing.get(), refusal -> pages.enterCode(pin, refusal, false));
            return;
        }
        Codes.Answer answer = context.getSession()
                .getProvider(Codes.class)
                .answer(
                        PinDelivery.slot(context, pin.subject()),
                        PinDelivery.browser(login),
                        code.valid().get());
        if (answer instanceof Codes.Answer.Accepted) {
            accept(pin);
        } else if (answer instanceof Codes.Answer.Wrong wrong) {
            countFailure(pin, Outcome.WRONG_CODE)
                    .ifPresentOrElse(
                            refusal -> refuse(refusal, reason -> pages.enterCode(pin, reason, false)),
                            () -> context.failureChallenge(
                                    AuthenticationFlowError.INVALID_CREDENTIALS,
                                    pages.enterCode(
                                            pin, new FormMessage(PinPages.CODE, "codeWrong", wrong.triesLeft()))));
        } else if (answer instanceof Codes.Answer.Exhausted) {
            Refusal dead = countFailure(pin, Outcome.CODE_EXHAUSTED).orElseGet(Refusal::exhausted);
            context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, pages.enterCode(pin, dead, false));
        } else {
            Refusal gone = answer instanceof Codes.Answer.Superseded ? Refusal.superseded() : Refusal.expired();
            refuse(gone, refusal -> pages.enterCode(pin, refusal, false));
        }
    }

    /** Counts it, and tells if that was one too many. */
    private Optional<Refusal> countFailure(PendingPin pin, Outcome outcome) {
        journal.failure(outcome, METHOD);
        return refusal(throttle.failed(realm.getId(), failures, pin.subject()));
    }

    private void accept(PendingPin pin) {
        Optional<Citizen> citizen = holderOf(pin).flatMap(Holder::citizen);
        Optional<UserModel> user = citizen.map(
                        found -> context.getSession().users().getUserById(realm, found.userId()))
                .filter(UserModel::isEnabled);
        if (user.isEmpty()) {
            refuse(Refusal.registrationStopped(), refusal -> pages.enterCode(pin, refusal, false));
            return;
        }
        throttle.succeeded(realm.getId(), failures, pin.subject());
        PendingPin.forget(login);
        EstablishedLogin established = established(citizen.orElseThrow());
        established.establish(context);
        journal.describeSuccess(METHOD, established.level());
        context.setUser(user.get());
        context.success();
    }

    /** A step on top of an earlier login never lowers what that login had reached. */
    private EstablishedLogin established(Citizen citizen) {
        AssuranceLevel reached = SharedSettings.of(realm).levels().reached(METHOD, citizen.level());
        EstablishedLogin now = new EstablishedLogin(METHOD, citizen.level(), reached);
        return EstablishedLogin.of(context)
                .filter(earlier -> context.getUser() != null && earlier.level().atLeast(reached))
                .orElse(now);
    }

    private Optional<PendingPin> pending() {
        return PendingPin.of(login);
    }

    private Optional<Refusal> standing(String subject) {
        return refusal(throttle.standing(realm.getId(), failures, subject));
    }

    private static Optional<Refusal> refusal(Throttle.Standing standing) {
        if (standing instanceof Throttle.Standing.Paused paused) {
            return Optional.of(Refusal.paused(paused));
        }
        return standing instanceof Throttle.Standing.Disabled ? Optional.of(Refusal.disabled()) : Optional.empty();
    }

    private Optional<Refusal> limits(Throttle.Verdict verdict) {
        if (!(verdict instanceof Throttle.Verdict.Refused refused)) {
            return Optional.empty();
        }
        PinSettings settings = PinSettings.of(context);
        if (refused.limit().equals(settings.spacing())) {
            return Optional.of(Refusal.tooSoon(refused.retryAfter()));
        }
        return Optional.of(
                refused.limit().equals(settings.codesPerCitizen())
                        ? Refusal.tooManyCodes(refused.retryAfter())
                        : Refusal.sourceLimited(refused));
    }

    private void refuse(Refusal refusal, RefusedPage page) {
        journal.failure(refusal.outcome(), METHOD);
        context.challenge(page.of(refusal));
    }

    /** The page that the citizen stays on when refused. */
    @FunctionalInterface
    private interface RefusedPage {
        Response of(Refusal refusal);
    }
}

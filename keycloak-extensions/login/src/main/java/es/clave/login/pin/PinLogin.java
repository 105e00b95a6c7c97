package es.clave.login.pin;

import es.clave.challenge.Limit;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.AuthenticationMethod;
import es.clave.login.EstablishedLogin;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.login.Refusal;
import es.clave.login.code.CodeUse;
import es.clave.login.code.Holder;
import es.clave.login.code.Holders;
import es.clave.login.code.PendingCode;
import es.clave.login.code.SmsCode;
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
import org.keycloak.sessions.AuthenticationSessionModel;

/** One citizen's way through Cl@ve PIN. */
final class PinLogin {

    private static final AuthenticationMethod METHOD = AuthenticationMethod.PIN_SMS;
    private static final CodeUse PIN =
            new CodeUse("pin", "smsPin", "code", METHOD, Optional.of(AuthenticationMethod.PIN_APP));

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel login;
    private final RealmModel realm;
    private final Throttle throttle;
    private final Holders holders;
    private final SmsCode code;
    private final PinPages pages;
    private final LoginJournal journal;

    PinLogin(AuthenticationFlowContext context, Clock clock, SecureRandom random) {
        this.context = context;
        this.login = context.getAuthenticationSession();
        this.realm = context.getRealm();
        KeycloakSession session = context.getSession();
        this.throttle = session.getProvider(Throttle.class);
        this.holders = new Holders(session, realm);
        this.code = new SmsCode(context, clock, random, PIN);
        this.pages = new PinPages(context, clock);
        this.journal = new LoginJournal(context, clock);
    }

    /** Shows the page that this login has come to: also when it is loaded anew or come back to. */
    void resume() {
        code.pending().ifPresentOrElse(pin -> context.challenge(pages.enterCode(pin)), this::begin);
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
        Optional<Refusal> refusal = code.send(holder);
        if (refusal.isPresent()) {
            // Who went back and typed the same again is better served by the PIN that is on its way.
            Optional<PendingCode> underWay =
                    code.pending().filter(pin -> pin.subject().equals(holder.subject()));
            refuse(
                    refusal.get(),
                    underWay.<RefusedPage>map(pin -> refused -> pages.enterCode(pin, refused, true))
                            .orElse(page));
        } else {
            context.challenge(pages.enterCode(code.pending().orElseThrow()));
        }
    }

    /** Sends another PIN in place of the one before. */
    void resend() {
        Optional<PendingCode> pending = code.pending();
        if (pending.isEmpty()) {
            begin();
            return;
        }
        PendingCode before = pending.get();
        Optional<Refusal> refusal = code.sendAgain(before);
        if (refusal.isPresent()) {
            boolean usable = refusal.get().outcome() != Outcome.REGISTRATION_STOPPED;
            refuse(refusal.get(), refused -> pages.enterCode(before, refused, usable));
        } else {
            context.challenge(pages.enterCodeSentAgain(code.pending().orElseThrow()));
        }
    }

    /** Tries the PIN that was typed. */
    void verify(String typed) {
        Optional<PendingCode> pending = code.pending();
        if (pending.isEmpty()) {
            begin();
            return;
        }
        PendingCode pin = pending.get();
        SmsCode.Answer answer = code.answer(pin, typed);
        if (answer instanceof SmsCode.Answer.Right) {
            accept(pin);
        } else if (answer instanceof SmsCode.Answer.Mistyped mistyped) {
            context.challenge(pages.enterCode(pin, mistyped.mistake()));
        } else if (answer instanceof SmsCode.Answer.Wrong wrong) {
            context.failureChallenge(
                    AuthenticationFlowError.INVALID_CREDENTIALS, pages.enterCode(pin, wrong.mistake()));
        } else if (answer instanceof SmsCode.Answer.Over over) {
            Response page = pages.enterCode(pin, over.why(), false);
            if (over.guessed()) {
                context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page);
            } else {
                context.challenge(page);
            }
        }
    }

    private void accept(PendingCode pin) {
        Optional<Citizen> citizen = code.citizen(pin);
        Optional<UserModel> user = citizen.map(
                        found -> context.getSession().users().getUserById(realm, found.userId()))
                .filter(UserModel::isEnabled);
        if (user.isEmpty()) {
            refuse(Refusal.registrationStopped(), refusal -> pages.enterCode(pin, refusal, false));
            return;
        }
        code.succeeded(pin);
        AuthenticationMethod method = pin.appRequest().isPresent() ? AuthenticationMethod.PIN_APP : METHOD;
        EstablishedLogin established = EstablishedLogin.reach(context, method, citizen.orElseThrow());
        established.establish(context);
        journal.describeSuccess(method, established.level());
        context.setUser(user.get());
        context.success();
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

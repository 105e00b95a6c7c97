package es.clave.login.code;

import es.clave.challenge.Codes;
import es.clave.challenge.FailurePolicy;
import es.clave.challenge.Throttle;
import es.clave.identity.OneTimeCode;
import es.clave.identity.Parsed;
import es.clave.login.BrowserWindow;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.login.Refusal;
import es.clave.login.SharedSettings;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A code of one use in this login: sent, typed, within all the limits; its outcomes are kept in the journal. */
public final class SmsCode {

    /** The field of every page that takes a code. */
    public static final String FIELD = "code";

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel login;
    private final RealmModel realm;
    private final CodeUse use;
    private final Throttle throttle;
    private final FailurePolicy failures;
    private final CodeDelivery delivery;
    private final LoginJournal journal;

    public SmsCode(AuthenticationFlowContext context, Clock clock, SecureRandom random, CodeUse use) {
        this.context = context;
        this.login = context.getAuthenticationSession();
        this.realm = context.getRealm();
        this.use = use;
        this.throttle = context.getSession().getProvider(Throttle.class);
        this.failures = SharedSettings.of(realm).failures();
        this.delivery = new CodeDelivery(context, clock, random, use);
        this.journal = new LoginJournal(context, clock);
    }

    /** What became of a typed code. */
    public sealed interface Answer {

        /** Right, and used up. */
        record Right() implements Answer {}

        /** Not a code at all; it does not count. */
        record Mistyped(FormMessage mistake) implements Answer {}

        /** Wrong, and counted; the code may be tried again. */
        record Wrong(FormMessage mistake) implements Answer {}

        /**
         * The code is of no use.
         *
         * @param guessed whether a wrong answer made it so
         */
        record Over(Refusal why, boolean guessed) implements Answer {}
    }

    /** The code that this browser waits for. */
    public Optional<PendingCode> pending() {
        return PendingCode.of(login, use);
    }

    /** Sends one if the citizen's failures and the limits allow it. */
    public Optional<Refusal> send(Holder holder) {
        return send(holder, false);
    }

    /** Sends another one to the holder of the pending one; refused if the registration stands no more. */
    public Optional<Refusal> sendAgain(PendingCode before) {
        Optional<Holder> holder = holderOf(before);
        return holder.isPresent() ? send(holder.get(), true) : Optional.of(Refusal.registrationStopped());
    }

    private Optional<Refusal> send(Holder holder, boolean again) {
        return standing(holder.subject()).or(() -> delivery.deliverTo(holder, again));
    }

    private Optional<Holder> holderOf(PendingCode pending) {
        return pending.userId().isPresent()
                ? citizen(pending).map(Holder::of)
                : Optional.of(new Holder(pending.subject(), pending.phoneEnding(), Optional.empty()));
    }

    /** The citizen whose code it is, if there is one and the registration stands. */
    public Optional<Citizen> citizen(PendingCode pending) {
        return pending.userId()
                .flatMap(id ->
                        context.getSession().getProvider(CitizenRegistry.class).findByUserId(realm, id))
                .filter(citizen -> citizen.status() == Citizen.Status.ACTIVE);
    }

    /** Tries what was typed. */
    public Answer answer(PendingCode pending, String typed) {
        Parsed<OneTimeCode, OneTimeCode.Mistake> code = OneTimeCode.parse(typed);
        if (code.valid().isEmpty()) {
            boolean empty = code.invalid().equals(Optional.of(OneTimeCode.Mistake.EMPTY));
            return new Answer.Mistyped(new FormMessage(FIELD, use.text(empty ? "Empty" : "Malformed")));
        }
        Optional<Refusal> standing = standing(pending.subject());
        if (standing.isPresent()) {
            return over(standing.get());
        }
        Codes.Answer answer = context.getSession()
                .getProvider(Codes.class)
                .answer(
                        delivery.slot(pending.subject()),
                        BrowserWindow.of(login),
                        code.valid().get());
        if (answer instanceof Codes.Answer.Accepted) {
            return new Answer.Right();
        }
        if (answer instanceof Codes.Answer.Wrong wrong) {
            Optional<Refusal> refusal = countFailure(pending, Outcome.WRONG_CODE);
            refusal.ifPresent(why -> journal.failure(why.outcome(), use.method()));
            return refusal.<Answer>map(why -> new Answer.Over(why, false))
                    .orElseGet(() -> new Answer.Wrong(new FormMessage(FIELD, use.text("Wrong"), wrong.triesLeft())));
        }
        if (answer instanceof Codes.Answer.Exhausted) {
            return new Answer.Over(
                    countFailure(pending, Outcome.CODE_EXHAUSTED)
                            .orElseGet(() -> refusal(Outcome.CODE_EXHAUSTED, "Exhausted")),
                    true);
        }
        return over(
                answer instanceof Codes.Answer.Superseded
                        ? refusal(Outcome.CODE_SUPERSEDED, "Superseded")
                        : refusal(Outcome.CODE_EXPIRED, "Expired"));
    }

    private Answer over(Refusal why) {
        journal.failure(why.outcome(), use.method());
        return new Answer.Over(why, false);
    }

    private Refusal refusal(Outcome outcome, String text) {
        return new Refusal(outcome, use.text(text), List.of());
    }

    /** Counts it, and tells if that was one too many. */
    private Optional<Refusal> countFailure(PendingCode pending, Outcome outcome) {
        journal.failure(outcome, use.method());
        return Refusal.of(throttle.failed(realm.getId(), failures, pending.subject()));
    }

    private Optional<Refusal> standing(String subject) {
        return Refusal.of(throttle.standing(realm.getId(), failures, subject));
    }

    /** The login has succeeded: failures in a row are forgotten, and the code with them. */
    public void succeeded(PendingCode pending) {
        throttle.succeeded(realm.getId(), failures, pending.subject());
        pending.appRequest().ifPresent(new AppCode(context, use)::takeBack);
        forget();
    }

    /** Forgets what the page shows. */
    public void forget() {
        PendingCode.forget(login, use);
    }
}

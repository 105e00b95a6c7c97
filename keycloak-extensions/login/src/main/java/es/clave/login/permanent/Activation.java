package es.clave.login.permanent;

import es.clave.identity.ActivationCode;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.NationalId;
import es.clave.login.Outcome;
import es.clave.login.Refusal;
import es.clave.login.code.Holder;
import es.clave.login.code.PendingCode;
import es.clave.login.code.SmsCode;
import es.clave.login.permanent.PermanentPages.Said;
import es.clave.platform.FormFields;
import es.clave.platform.TypedDocument;
import es.clave.registry.ActivationCodes;
import es.clave.registry.Citizen;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Activating Cl@ve Permanente, and setting a forgotten password, which is the same: number, e-mail and activation code, then
 * a code by SMS, then a new password. The activation code is used up by the last step and not before.
 */
final class Activation {

    private static final AuthenticationMethod METHOD = AuthenticationMethod.PERMANENT_SMS;

    private final Journey journey;
    private final PermanentState state;
    private final PermanentPages pages;
    private final SmsCode code;

    Activation(Journey journey) {
        this.journey = journey;
        this.state = journey.state();
        this.pages = journey.pages();
        this.code = journey.activationCode();
    }

    /** Shows the first page. */
    void begin() {
        state.goTo(Stage.ACTIVATION);
        challenge(firstPage(state.email(), "", new Said.Nothing()));
    }

    private Response firstPage(String email, String activationCode, Said said) {
        return pages.activation(
                journey.known().map(citizen -> citizen.nationalId().value()), email, activationCode, said);
    }

    /** Tries what was typed into the first page. */
    void submit(FormFields form) {
        Optional<Citizen> known = journey.known();
        TypedDocument.keepWhatIsIn(form, journey.context().getAuthenticationSession());
        String typedId = form.text(TypedDocument.NATIONAL_ID);
        String email = form.text(PermanentPages.EMAIL).strip();
        String activationCode = form.text(PermanentPages.ACTIVATION_CODE);
        state.keepEmail(email);
        List<FormMessage> mistakes = mistakes(known, typedId, email, activationCode);
        if (!mistakes.isEmpty()) {
            journey.journal().failure(Outcome.MALFORMED_IDENTITY, METHOD);
            challenge(firstPage(email, activationCode, new Said.Mistakes(mistakes)));
            return;
        }
        Optional<Refusal> source = journey.sourceLimit();
        if (source.isPresent()) {
            refuse(source.get(), email, activationCode);
            return;
        }
        NationalId id = known.map(Citizen::nationalId).orElseGet(() -> NationalId.of(typedId));
        Optional<Citizen> citizen = known.or(() -> journey.citizen(id)).filter(found -> hasAddress(found, email));
        // Failures belong to what was typed and not to its holder, who must not be locked out by who knows a number.
        String subject = Holder.nobody(journey.nobodys(), "activation", id.value(), email)
                .subject();
        Optional<Refusal> standing = journey.standing(subject);
        if (standing.isPresent()) {
            refuse(standing.get(), email, activationCode);
            return;
        }
        ActivationCodes.Answer answer =
                journey.session().getProvider(ActivationCodes.class).check(journey.realm(), citizen, activationCode);
        if (answer instanceof ActivationCodes.Answer.Accepted) {
            state.proven(citizen.orElseThrow().userId());
            state.keepActivationCode(activationCode);
            sendCode(citizen.get(), email, activationCode);
        } else {
            journey.journal().failure(Outcome.WRONG_ACTIVATION_CODE, METHOD);
            Refusal wrong = journey.failed(subject).orElseGet(Activation::wrong);
            journey.context()
                    .failureChallenge(
                            AuthenticationFlowError.INVALID_CREDENTIALS,
                            firstPage(email, activationCode, new Said.Refused(wrong)));
        }
    }

    /** One answer, whichever of the three was wrong and whatever became of the code. */
    private static Refusal wrong() {
        return new Refusal(Outcome.WRONG_ACTIVATION_CODE, "activationWrong", List.of());
    }

    /** Who gave no address leaves the field empty. */
    private static boolean hasAddress(Citizen citizen, String typed) {
        return citizen.email().orElse("").toLowerCase(Locale.ROOT).equals(typed.toLowerCase(Locale.ROOT));
    }

    private static List<FormMessage> mistakes(
            Optional<Citizen> known, String typedId, String email, String activationCode) {
        List<FormMessage> mistakes = new ArrayList<>();
        if (known.isEmpty()) {
            new TypedDocument(typedId, "")
                    .mistakes().stream()
                            .filter(mistake -> mistake.getField().equals(TypedDocument.NATIONAL_ID))
                            .forEach(mistakes::add);
        }
        if (!email.isEmpty() && !email.matches("\\S+@\\S+")) {
            mistakes.add(new FormMessage(PermanentPages.EMAIL, "activationEmailMalformed"));
        }
        ActivationCode.parse(activationCode)
                .invalid()
                .map(Activation::messageKey)
                .ifPresent(key -> mistakes.add(new FormMessage(PermanentPages.ACTIVATION_CODE, key)));
        return mistakes;
    }

    private static String messageKey(ActivationCode.Mistake mistake) {
        return switch (mistake) {
            case EMPTY -> "activationCodeEmpty";
            case WRONG_LENGTH -> "activationCodeLength";
            case MALFORMED -> "activationCodeMalformed";
        };
    }

    private void sendCode(Citizen citizen, String email, String activationCode) {
        Optional<Refusal> refusal = code.send(Holder.of(citizen));
        Optional<PendingCode> pending =
                code.pending().filter(sent -> sent.userId().equals(Optional.of(citizen.userId())));
        if (refusal.isPresent() && pending.isEmpty()) {
            refuse(refusal.get(), email, activationCode);
            return;
        }
        state.goTo(Stage.ACTIVATION_CODE);
        challenge(pages.code(
                pending.orElseThrow(), refusal.<Said>map(Said.Refused::new).orElseGet(Said.Nothing::new), true));
    }

    /** Shows the page of the code again. */
    void showCode() {
        code.pending().ifPresentOrElse(sent -> challenge(pages.code(sent, new Said.Nothing(), true)), this::begin);
    }

    /** Sends another code. */
    void resend() {
        Optional<PendingCode> pending = code.pending();
        if (pending.isEmpty()) {
            begin();
            return;
        }
        Optional<Refusal> refusal = code.sendAgain(pending.get());
        challenge(refusal.map(why ->
                        pages.code(pending.get(), new Said.Refused(why), why.outcome() != Outcome.REGISTRATION_STOPPED))
                .orElseGet(() -> pages.code(code.pending().orElseThrow(), new Said.Good("phoneCodeSentAgain"), true)));
        refusal.ifPresent(why -> journey.journal().failure(why.outcome(), METHOD));
    }

    /** Tries the code by SMS. */
    void verify(String typed) {
        Optional<PendingCode> pending = code.pending();
        if (pending.isEmpty()) {
            begin();
        } else if (new CodeStep(journey, code).passed(pending.get(), typed)) {
            code.succeeded(pending.get());
            state.goTo(Stage.NEW_PASSWORD);
            showNewPassword(new Said.Nothing());
        }
    }

    /** Shows the page of the new password. */
    void showNewPassword(Said said) {
        Optional<Citizen> citizen = state.userId().flatMap(journey::citizen);
        if (citizen.isPresent()) {
            challenge(pages.newPassword(citizen.get().nationalId().value(), state.stage() == Stage.EXPIRED, said));
        } else {
            begin();
        }
    }

    /** Sets the password that was typed twice. */
    void setPassword(FormFields form) {
        Optional<Citizen> citizen = state.userId().flatMap(journey::citizen);
        Optional<UserModel> user = citizen.flatMap(journey::user);
        if (user.isEmpty()) {
            begin();
            return;
        }
        boolean expired = state.stage() == Stage.EXPIRED;
        String password = form.text(PermanentPages.NEW_PASSWORD);
        NewPassword check = new NewPassword(journey.passwords());
        List<FormMessage> mistakes = check.mistakes(user.get(), password, form.text(PermanentPages.REPEATED), expired);
        if (!mistakes.isEmpty()) {
            journey.journal().step(Outcome.PASSWORD_REFUSED, METHOD);
            showNewPassword(new Said.Mistakes(mistakes));
            return;
        }
        if (!expired && !usedUp(citizen.get())) {
            // Somebody else was faster with the same code, or a new one was issued in between.
            state.goTo(Stage.ACTIVATION);
            refuse(wrong(), state.email(), "");
            return;
        }
        set(
                expired ? PermanentAct.PASSWORD_CHANGED : PermanentAct.PASSWORD_ACTIVATED,
                citizen.get(),
                user.get(),
                password);
        if (expired) {
            new PasswordLogin(journey).goOn(citizen.get(), user.get());
        } else {
            state.keepStrength(journey.passwords().strength(user.get(), password));
            state.goTo(Stage.ACTIVATED);
            showDone();
        }
    }

    private boolean usedUp(Citizen citizen) {
        return journey.session()
                        .getProvider(ActivationCodes.class)
                        .redeem(journey.realm(), Optional.of(citizen), state.activationCode())
                instanceof ActivationCodes.Answer.Accepted;
    }

    private void set(PermanentAct act, Citizen citizen, UserModel user, String password) {
        journey.acts()
                .set(
                        act,
                        citizen,
                        user,
                        password,
                        journey.context().getEvent(),
                        journey.context()
                                .getAuthenticationSession()
                                .getParentSession()
                                .getId());
        journey.journal().step(Outcome.PASSWORD_SET, METHOD);
    }

    /** Shows that it is done. */
    void showDone() {
        challenge(pages.done(state.strength()));
    }

    /** On to the agency: the activation code, the phone and the password have just been proven. */
    void goOn() {
        Optional<Citizen> citizen = state.userId().flatMap(journey::citizen);
        Optional<UserModel> user = citizen.flatMap(journey::user);
        if (user.isPresent()) {
            journey.succeed(METHOD, citizen.get(), user.get());
        } else {
            new PasswordLogin(journey).begin();
        }
    }

    private void refuse(Refusal refusal, String email, String activationCode) {
        journey.journal().failure(refusal.outcome(), METHOD);
        challenge(firstPage(email, activationCode, new Said.Refused(refusal)));
    }

    private void challenge(Response page) {
        journey.context().challenge(page);
    }
}

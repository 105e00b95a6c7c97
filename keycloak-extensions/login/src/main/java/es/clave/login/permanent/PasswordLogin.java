package es.clave.login.permanent;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.LevelTable;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import es.clave.login.AgencyRequest;
import es.clave.login.EstablishedLogin;
import es.clave.login.Outcome;
import es.clave.login.Refusal;
import es.clave.login.SharedSettings;
import es.clave.login.code.Holder;
import es.clave.login.code.PendingCode;
import es.clave.login.code.SmsCode;
import es.clave.login.permanent.PermanentPages.Said;
import es.clave.platform.FormFields;
import es.clave.platform.TypedDocument;
import es.clave.registry.Citizen;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** Logging in: number and password, then the code if the agency asks for more than the password reaches. */
final class PasswordLogin {

    private static final AuthenticationMethod METHOD = AuthenticationMethod.PERMANENT;
    private static final AuthenticationMethod WITH_CODE = AuthenticationMethod.PERMANENT_SMS;

    private final Journey journey;
    private final PermanentState state;
    private final PermanentPages pages;

    PasswordLogin(Journey journey) {
        this.journey = journey;
        this.state = journey.state();
        this.pages = journey.pages();
    }

    /** Shows the first page; to who is logged in by the password already, that of the code. */
    void begin() {
        state.goTo(Stage.PASSWORD);
        challenge(firstPage(new Said.Nothing()));
    }

    private Response firstPage(Said said) {
        Optional<Citizen> known = journey.known();
        return known.isPresent() && onlyTheCodeIsMissing(known.get())
                ? pages.request(known.get().mobile().lastDigits(), said)
                : pages.login(known.isPresent(), said);
    }

    private boolean onlyTheCodeIsMissing(Citizen citizen) {
        return EstablishedLogin.of(journey.context())
                        .filter(login -> login.method() == METHOD)
                        .isPresent()
                && codeFollows(citizen.level());
    }

    /** Sends the code to who is logged in by the password. */
    void requestCode() {
        Optional<Citizen> known = journey.known();
        if (known.isEmpty() || !onlyTheCodeIsMissing(known.get())) {
            begin();
        } else {
            sendCode(known.get());
        }
    }

    /** Tries the password that was typed. */
    void submit(FormFields form) {
        Optional<Citizen> known = journey.known();
        TypedDocument.keepWhatIsIn(form, journey.context().getAuthenticationSession());
        String typedId = form.text(TypedDocument.NATIONAL_ID);
        String password = form.text(PermanentPages.PASSWORD);
        List<FormMessage> mistakes = mistakes(known, typedId, password);
        if (!mistakes.isEmpty()) {
            journey.journal().failure(Outcome.MALFORMED_IDENTITY, METHOD);
            challenge(pages.login(known.isPresent(), new Said.Mistakes(mistakes)));
            return;
        }
        Optional<Refusal> source = journey.sourceLimit();
        if (source.isPresent()) {
            refuse(source.get());
            return;
        }
        NationalId id = known.map(Citizen::nationalId).orElseGet(() -> NationalId.of(typedId));
        Optional<Citizen> citizen = known.or(() -> journey.citizen(id));
        Holder holder = citizen.map(Holder::of).orElseGet(() -> Holder.nobody(journey.nobodys(), id.value()));
        Optional<Refusal> standing = journey.standing(holder.subject());
        if (standing.isPresent()) {
            refuse(standing.get());
            return;
        }
        if (journey.lock().take(holder.subject()) instanceof PasswordLock.Try.Allowed attempt) {
            tryPassword(holder, password, attempt.left());
        } else {
            refuse(locked());
        }
    }

    private static List<FormMessage> mistakes(Optional<Citizen> known, String typedId, String password) {
        List<FormMessage> mistakes = new ArrayList<>();
        if (known.isEmpty()) {
            new TypedDocument(typedId, "")
                    .mistakes().stream()
                            .filter(mistake -> mistake.getField().equals(TypedDocument.NATIONAL_ID))
                            .forEach(mistakes::add);
        }
        if (password.isEmpty()) {
            mistakes.add(new FormMessage(PermanentPages.PASSWORD, "passwordEmpty"));
        }
        return mistakes;
    }

    private void tryPassword(Holder holder, String password, int triesLeft) {
        Optional<UserModel> user = holder.citizen().flatMap(journey::user);
        if (journey.passwords().matches(user, password)) {
            accept(holder.citizen().orElseThrow(), user.orElseThrow());
            return;
        }
        journey.journal().failure(Outcome.WRONG_PASSWORD, METHOD);
        Optional<Refusal> paused = journey.failed(holder.subject());
        if (triesLeft == 0) {
            journey.journal().failure(Outcome.PASSWORD_LOCKED, METHOD);
            journey.acts().locked(holder.citizen().filter(citizen -> user.filter(Passwords::has)
                    .isPresent()));
            wrong(new Said.Refused(locked()));
        } else if (paused.isPresent()) {
            wrong(new Said.Refused(paused.get()));
        } else {
            wrong(Said.mistake(new FormMessage(PermanentPages.PASSWORD, "passwordWrong", triesLeft)));
        }
    }

    private void wrong(Said said) {
        journey.context()
                .failureChallenge(
                        AuthenticationFlowError.INVALID_CREDENTIALS,
                        pages.login(journey.known().isPresent(), said));
    }

    static Refusal locked() {
        return new Refusal(Outcome.PASSWORD_LOCKED, "passwordLocked", List.of());
    }

    private void accept(Citizen citizen, UserModel user) {
        journey.lock().open(PasswordActs.subject(citizen));
        if (journey.passwords().expired(user, journey.clock())) {
            state.proven(user.getId());
            state.goTo(Stage.EXPIRED);
            challenge(pages.newPassword(citizen.nationalId().value(), true, new Said.Nothing()));
        } else {
            goOn(citizen, user);
        }
    }

    /** The password is proven: the code, or the end. */
    void goOn(Citizen citizen, UserModel user) {
        if (codeFollows(citizen.level())) {
            state.proven(user.getId());
            sendCode(citizen);
        } else {
            journey.succeed(METHOD, citizen, user);
        }
    }

    /** Whether the code is asked for: always, or because it reaches what the password alone does not. */
    private boolean codeFollows(RegistrationLevel registration) {
        if (journey.settings().codeAlways()) {
            return true;
        }
        AgencyRequest agency = journey.agency();
        LevelTable table = SharedSettings.of(journey.realm()).levels();
        AssuranceLevel required = agency.requiredLevel().orElse(AssuranceLevel.HIGH);
        return !serves(METHOD, agency, table, registration, required)
                && serves(WITH_CODE, agency, table, registration, required);
    }

    private static boolean serves(
            AuthenticationMethod method,
            AgencyRequest agency,
            LevelTable table,
            RegistrationLevel registration,
            AssuranceLevel required) {
        return agency.accepts(method) && table.reached(method, registration).atLeast(required);
    }

    private void sendCode(Citizen citizen) {
        SmsCode code = journey.loginCode();
        Optional<Refusal> refusal = code.send(Holder.of(citizen));
        Optional<PendingCode> pending = code.pending();
        if (refusal.isEmpty()) {
            state.goTo(Stage.CODE);
            challenge(pages.code(pending.orElseThrow(), new Said.Nothing(), true));
        } else if (pending.filter(sent -> sent.userId().equals(Optional.of(citizen.userId())))
                .isPresent()) {
            // Who went back and came again is better served by the code that is on its way.
            state.goTo(Stage.CODE);
            journey.journal().failure(refusal.get().outcome(), WITH_CODE);
            challenge(pages.code(pending.get(), new Said.Refused(refusal.get()), true));
        } else {
            refuse(refusal.get());
        }
    }

    /** Shows the page of the code again. */
    void showCode() {
        journey.loginCode()
                .pending()
                .ifPresentOrElse(code -> challenge(pages.code(code, new Said.Nothing(), true)), this::begin);
    }

    /** Sends another code. */
    void resend() {
        SmsCode code = journey.loginCode();
        Optional<PendingCode> pending = code.pending();
        if (pending.isEmpty()) {
            begin();
            return;
        }
        Optional<Refusal> refusal = code.sendAgain(pending.get());
        challenge(refusal.map(why ->
                        pages.code(pending.get(), new Said.Refused(why), why.outcome() != Outcome.REGISTRATION_STOPPED))
                .orElseGet(() -> pages.code(code.pending().orElseThrow(), new Said.Good("phoneCodeSentAgain"), true)));
        refusal.ifPresent(why -> journey.journal().failure(why.outcome(), WITH_CODE));
    }

    /** Tries the code that was typed. */
    void verify(String typed) {
        SmsCode code = journey.loginCode();
        Optional<PendingCode> pending = code.pending();
        if (pending.isEmpty()) {
            begin();
            return;
        }
        if (new CodeStep(journey, code).passed(pending.get(), typed)) {
            Optional<Citizen> citizen = code.citizen(pending.get());
            Optional<UserModel> user = citizen.flatMap(journey::user);
            if (user.isPresent()) {
                journey.succeed(WITH_CODE, citizen.get(), user.get());
            } else {
                challenge(pages.code(pending.get(), new Said.Refused(Refusal.registrationStopped()), false));
            }
        }
    }

    private void refuse(Refusal refusal) {
        journey.journal().failure(refusal.outcome(), METHOD);
        challenge(firstPage(new Said.Refused(refusal)));
    }

    private void challenge(Response page) {
        journey.context().challenge(page);
    }
}

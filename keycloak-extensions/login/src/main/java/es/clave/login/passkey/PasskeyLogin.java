package es.clave.login.passkey;

import es.clave.login.AgencyRequest;
import es.clave.login.EstablishedLogin;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;

/** One login by passkey. Whatever is wrong with an answer, the page says the same: nobody learns whose passkeys there are. */
final class PasskeyLogin {

    /** The field that a form with a passkey's answer has. */
    static final String CREDENTIAL = WebAuthnConstants.CREDENTIAL_ID;

    private static final String PAGE = "clave-passkey.ftl";
    private static final String REFUSED = "passkeyRefused";

    private final AuthenticationFlowContext context;
    private final LoginJournal journal;
    private final PasskeyChallenge challenge;

    PasskeyLogin(AuthenticationFlowContext context, Clock clock, SecureRandom random) {
        this.context = context;
        this.journal = new LoginJournal(context, clock);
        this.challenge = new PasskeyChallenge(context, random);
    }

    /** Shows the page. */
    void show() {
        context.challenge(form().createForm(PAGE));
    }

    /** Takes what the passkey answered. */
    void check() {
        Optional<UserModel> before = Optional.ofNullable(context.getUser());
        if (!challenge.claim()) {
            challenge.forget();
            refuse(Outcome.PASSKEY_REFUSED, "answered_before", REFUSED);
            return;
        }
        Optional<String> failure = new PasskeyCheck(context.getSession()).failure(context);
        challenge.forget();
        if (failure.isPresent()) {
            boolean another = failure.get().equals(Outcome.OTHER_PERSON.label());
            refuse(
                    another ? Outcome.OTHER_PERSON : Outcome.PASSKEY_REFUSED,
                    failure.get(),
                    another ? "passkeyOfAnother" : REFUSED);
            return;
        }
        UserModel user = context.getUser();
        // Keycloak's check has set it. Until the login is established only who was known before counts.
        context.clearUser();
        before.ifPresent(context::setUser);
        Optional<Citizen> citizen = context.getSession()
                .getProvider(CitizenRegistry.class)
                .findByUserId(context.getRealm(), user.getId())
                .filter(found -> found.status() == Citizen.Status.ACTIVE)
                .filter(found -> user.isEnabled());
        if (citizen.isEmpty()) {
            refuse(Outcome.REGISTRATION_STOPPED, Outcome.REGISTRATION_STOPPED.label(), "notPossible");
            return;
        }
        EstablishedLogin login = EstablishedLogin.reach(context, PasskeyWay.METHOD, citizen.get());
        login.establish(context);
        journal.describeSuccess(login.method(), login.level());
        context.setUser(user);
        context.success();
    }

    private void refuse(Outcome outcome, String reason, String message) {
        journal.failure(outcome, PasskeyWay.METHOD, reason);
        Response page = form().setError(message).createForm(PAGE);
        context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page);
    }

    private LoginFormsProvider form() {
        challenge.putOnPages();
        return AgencyRequest.of(context).page();
    }
}

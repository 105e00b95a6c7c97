package es.clave.login.certificate;

import es.clave.certificate.CertificateCheck.Answer;
import es.clave.certificate.CertificateHandOver;
import es.clave.certificate.CitizenCertificate;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.AssuranceLevel;
import es.clave.identity.RegistrationLevel;
import es.clave.login.AgencyRequest;
import es.clave.login.EstablishedLogin;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.login.SharedSettings;
import es.clave.platform.SourceAddress;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.UnregisteredPeople;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One login by certificate. */
final class CertificateLogin {

    private static final String PAGE = "clave-certificate.ftl";
    private static final String REFUSAL = "refusal";

    /** Why the certificate that was shown last was not taken; told anew when the page is loaded anew. */
    private static final String REFUSED = "clave.certificate.refused";

    private static final String OTHER_SESSION = "OTHER_SESSION";
    private static final String NOT_REGISTERED = "NOT_REGISTERED";
    private static final String STOPPED = "STOPPED";

    private final AuthenticationFlowContext context;
    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final CertificateHandOver handOver;
    private final LoginJournal journal;

    CertificateLogin(AuthenticationFlowContext context, Clock clock) {
        this.context = context;
        this.session = context.getSession();
        this.login = context.getAuthenticationSession();
        this.handOver = session.getProvider(CertificateHandOver.class);
        this.journal = new LoginJournal(context, clock);
    }

    /** Takes what the browser brings back, if it does; shows the page otherwise. */
    void resume() {
        Optional<Answer> answer = handOver.answer(login, context.getUriInfo());
        handOver.forget(login);
        if (answer.isEmpty()) {
            context.challenge(page());
        } else if (answer.get() instanceof Answer.Accepted accepted) {
            accept(accepted.certificate());
        } else if (answer.get() instanceof Answer.Refused refused) {
            refuse(Outcome.CERTIFICATE_REFUSED, refused.reason().name());
        }
    }

    /** Sends the browser to where it is asked for its certificate. */
    void show() {
        login.removeAuthNote(REFUSED);
        Throttle.Verdict verdict = session.getProvider(Throttle.class)
                .take(
                        context.getRealm().getId(),
                        List.of(new Throttle.Demand(
                                SourceLimits.of(context.getRealm()).identities(),
                                SourceAddress.of(context.getConnection()))));
        if (verdict instanceof Throttle.Verdict.Refused refused) {
            journal.failure(Outcome.SOURCE_LIMITED, CertificateWay.BEFORE);
            context.challenge(form().setError("sourceLimited", minutes(refused.retryAfter()))
                    .createForm(PAGE));
            return;
        }
        context.forceChallenge(Response.seeOther(handOver.begin(login, context.getRefreshExecutionUrl()))
                .build());
    }

    private static long minutes(Duration duration) {
        return duration.plusSeconds(59).toMinutes();
    }

    private void accept(CitizenCertificate certificate) {
        Optional<Citizen> citizen =
                session.getProvider(CitizenRegistry.class).find(context.getRealm(), certificate.nationalId());
        if (citizen.isPresent()) {
            acceptCitizen(certificate, citizen.get());
        } else if (CertificateLoginSettings.of(context).unregisteredWelcome()) {
            logIn(
                    certificate,
                    new UnregisteredPeople(session, context.getRealm()).userOf(certificate.nationalId()),
                    Optional.empty());
        } else {
            refuse(Outcome.NOT_REGISTERED, NOT_REGISTERED);
        }
    }

    private void acceptCitizen(CitizenCertificate certificate, Citizen citizen) {
        Optional<UserModel> user = Optional.of(citizen)
                .filter(found -> found.status() == Citizen.Status.ACTIVE)
                .map(found -> session.users().getUserById(context.getRealm(), found.userId()))
                .filter(UserModel::isEnabled);
        if (user.isPresent()) {
            logIn(certificate, user.get(), Optional.of(citizen.level()));
        } else {
            // Somebody stopped it for a reason, which a certificate does not undo.
            refuse(Outcome.REGISTRATION_STOPPED, STOPPED);
        }
    }

    private void logIn(CitizenCertificate certificate, UserModel user, Optional<RegistrationLevel> registration) {
        if (context.getUser() != null && !context.getUser().getId().equals(user.getId())) {
            refuse(Outcome.OTHER_PERSON, OTHER_SESSION);
            return;
        }
        login.removeAuthNote(REFUSED);
        AssuranceLevel reached = SharedSettings.of(context.getRealm())
                .levels()
                // Who is not registered has the level of the weaker registration.
                .reached(certificate.method(), registration.orElse(RegistrationLevel.BASIC));
        EstablishedLogin established = EstablishedLogin.of(context)
                .filter(earlier -> context.getUser() != null && earlier.level().atLeast(reached))
                .orElse(new EstablishedLogin(certificate.method(), registration, reached));
        established.establish(context);
        CertificateFacts.of(certificate).keepIn(login, registration.isEmpty());
        journal.describeSuccess(established.method(), established.level());
        context.setUser(user);
        context.success();
    }

    private void refuse(Outcome outcome, String reason) {
        journal.failure(outcome, CertificateWay.BEFORE, reason);
        login.setAuthNote(REFUSED, reason);
        context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page());
    }

    private Response page() {
        return form().createForm(PAGE);
    }

    private LoginFormsProvider form() {
        LoginFormsProvider form = AgencyRequest.of(context).page();
        Optional.ofNullable(login.getAuthNote(REFUSED)).ifPresent(reason -> form.setAttribute(REFUSAL, reason));
        return form;
    }
}

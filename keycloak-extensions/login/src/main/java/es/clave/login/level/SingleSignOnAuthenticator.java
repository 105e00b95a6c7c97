package es.clave.login.level;

import es.clave.identity.AssuranceLevel;
import es.clave.login.AgencyRequest;
import es.clave.login.EstablishedLogin;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.platform.PlainAuthenticator;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Lets in who is already logged in at the level that is asked for. Who is logged in at a lower level stays known, so that
 * only what is missing is asked. Does what Keycloak's {@code auth-cookie} does, which cannot serve here: it takes the
 * levels it honours from {@code conditional-level-of-authentication} steps, and our level follows from way and
 * registration, not from the step.
 */
final class SingleSignOnAuthenticator implements PlainAuthenticator {

    private final Clock clock;

    SingleSignOnAuthenticator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthResult cookie =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        if (cookie == null) {
            context.attempted();
            return;
        }
        UserSessionModel session = cookie.session();
        if (mustAuthenticateAgain(context, session)) {
            context.getAuthenticationSession().setAuthNote(AuthenticationManager.FORCED_REAUTHENTICATION, "true");
            context.attempted();
            return;
        }
        // Who came by a way that this agency will not have is known, but has proven nothing to it.
        Optional<EstablishedLogin> earlier = EstablishedLogin.of(session)
                .filter(login -> AgencyRequest.of(context).accepts(login.method()));
        Optional<AssuranceLevel> required = AgencyRequest.of(context).requiredLevel();
        context.setUser(cookie.user());
        if (earlier.isPresent() && required.isPresent() && earlier.get().level().atLeast(required.get())) {
            letIn(context, session, earlier.get());
        } else {
            earlier.ifPresent(login -> login.establish(context));
            context.attempted();
        }
    }

    private static boolean mustAuthenticateAgain(AuthenticationFlowContext context, UserSessionModel session) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return context.getSession()
                .getProvider(LoginProtocol.class, login.getProtocol())
                .requireReauthentication(session, login);
    }

    private void letIn(AuthenticationFlowContext context, UserSessionModel session, EstablishedLogin earlier) {
        earlier.tellAgency(context);
        context.getAuthenticationSession().setAuthNote(AuthenticationManager.SSO_AUTH, "true");
        context.attachUserSession(session);
        LoginJournal journal = new LoginJournal(context, clock);
        journal.describeSuccess(earlier.method(), earlier.level());
        journal.ended(Outcome.SINGLE_SIGN_ON, Optional.of(earlier.method()), Optional.of(earlier.level()));
        context.success();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        context.attempted();
    }
}

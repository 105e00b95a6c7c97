package es.clave.login.level;

import es.clave.identity.AssuranceLevel;
import es.clave.login.EstablishedLogin;
import es.clave.login.Outcome;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Ends the login: in success if the way that was used reached the level that the agency asks for. */
final class ReachedLevelAuthenticator extends LevelAuthenticator {

    ReachedLevelAuthenticator(Clock clock) {
        super(clock);
    }

    @Override
    boolean goesOn(AuthenticationFlowContext context, AssuranceLevel required) {
        boolean reached = EstablishedLogin.of(context)
                .filter(login -> login.level().atLeast(required))
                .isPresent();
        if (reached) {
            ended(context, Outcome.SUCCESS);
        }
        return reached;
    }
}

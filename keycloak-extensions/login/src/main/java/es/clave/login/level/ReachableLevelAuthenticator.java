package es.clave.login.level;

import es.clave.identity.AssuranceLevel;
import es.clave.login.Methods;
import es.clave.login.SharedSettings;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Goes on if some way to log in can reach the level that the agency asks for. */
final class ReachableLevelAuthenticator extends LevelAuthenticator {

    ReachableLevelAuthenticator(Clock clock) {
        super(clock);
    }

    @Override
    boolean goesOn(AuthenticationFlowContext context, AssuranceLevel required) {
        return Methods.anyReaches(SharedSettings.of(context.getRealm()).levels(), required);
    }
}

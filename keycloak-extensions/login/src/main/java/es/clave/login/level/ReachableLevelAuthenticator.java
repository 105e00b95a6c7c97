package es.clave.login.level;

import es.clave.identity.AssuranceLevel;
import es.clave.login.AgencyRequest;
import es.clave.login.Methods;
import es.clave.login.Outcome;
import es.clave.login.SharedSettings;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * Goes on if some way to log in that the agency will have can reach the level that it asks for. Where no way is left at
 * all, there is nothing that a citizen could do about it: the agency gets its error at once.
 */
final class ReachableLevelAuthenticator extends LevelAuthenticator {

    ReachableLevelAuthenticator(Clock clock) {
        super(clock);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AgencyRequest request = AgencyRequest.of(context);
        if (request.methods().isEmpty()) {
            ended(context, Outcome.NO_WAY_LEFT);
            request.refuseMethods();
        } else {
            super.authenticate(context);
        }
    }

    @Override
    boolean goesOn(AuthenticationFlowContext context, AssuranceLevel required) {
        return Methods.anyReaches(
                AgencyRequest.of(context).methods(),
                SharedSettings.of(context.getRealm()).levels(),
                required);
    }
}

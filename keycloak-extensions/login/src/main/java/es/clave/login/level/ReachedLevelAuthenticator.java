package es.clave.login.level;

import es.clave.identity.AssuranceLevel;
import es.clave.login.AgencyRequest;
import es.clave.login.EstablishedLogin;
import es.clave.login.Outcome;
import es.clave.platform.FormFields;
import es.clave.platform.TypedDocument;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Ends the login: in success if the way that was used is one that the agency will have, and reached its level. */
final class ReachedLevelAuthenticator extends LevelAuthenticator {

    ReachedLevelAuthenticator(Clock clock) {
        super(clock);
    }

    @Override
    boolean goesOn(AuthenticationFlowContext context, AssuranceLevel required) {
        boolean reached = EstablishedLogin.of(context)
                .filter(login -> login.level().atLeast(required))
                .filter(login -> AgencyRequest.of(context).accepts(login.method()))
                .isPresent();
        if (reached) {
            ended(context, Outcome.SUCCESS);
        }
        return reached;
    }

    /** Another way would do it: the login begins anew, with the agency's request and what was typed. */
    @Override
    public void action(AuthenticationFlowContext context) {
        if (FormFields.of(context).text("step").equals("ways")) {
            TypedDocument typed = TypedDocument.of(context.getAuthenticationSession());
            context.resetFlow(() -> typed.keepIn(context.getAuthenticationSession()));
        } else {
            super.action(context);
        }
    }
}

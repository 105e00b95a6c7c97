package es.clave.login.level;

import es.clave.identity.AssuranceLevel;
import es.clave.login.AgencyRequest;
import es.clave.login.EstablishedLogin;
import es.clave.login.LevelPage;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.platform.PlainAuthenticator;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Goes on if the level can be, or was, reached; otherwise shows the page that says how to get there, and the way back. */
abstract class LevelAuthenticator implements PlainAuthenticator {

    private final Clock clock;

    LevelAuthenticator(Clock clock) {
        this.clock = clock;
    }

    /** Whether the login goes on towards, or ends with, the level that the agency asks for. */
    abstract boolean goesOn(AuthenticationFlowContext context, AssuranceLevel required);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Optional<AssuranceLevel> required = AgencyRequest.of(context).requiredLevel();
        if (required.isPresent() && goesOn(context, required.get())) {
            context.success();
        } else {
            context.challenge(LevelPage.of(context));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        ended(context, Outcome.LEVEL_NOT_REACHED);
        AgencyRequest.of(context).refuseLevel();
    }

    final void ended(AuthenticationFlowContext context, Outcome outcome) {
        Optional<EstablishedLogin> login = EstablishedLogin.of(context);
        new LoginJournal(context, clock)
                .ended(outcome, login.map(EstablishedLogin::method), login.map(EstablishedLogin::level));
    }
}

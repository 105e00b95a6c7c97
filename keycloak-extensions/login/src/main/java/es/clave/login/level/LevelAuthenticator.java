package es.clave.login.level;

import es.clave.identity.AssuranceLevel;
import es.clave.login.AgencyRequest;
import es.clave.login.EstablishedLogin;
import es.clave.login.LevelPage;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.login.PlainAuthenticator;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Goes on if the level can be, or was, reached; otherwise shows the page that says how to get there, and the way back. */
final class LevelAuthenticator implements PlainAuthenticator {

    private final Clock clock;
    private final BiPredicate<AuthenticationFlowContext, AssuranceLevel> goesOn;

    LevelAuthenticator(Clock clock, BiPredicate<AuthenticationFlowContext, AssuranceLevel> goesOn) {
        this.clock = clock;
        this.goesOn = goesOn;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Optional<AssuranceLevel> required = AgencyRequest.of(context).requiredLevel();
        if (required.isPresent() && goesOn.test(context, required.get())) {
            context.success();
        } else {
            context.challenge(LevelPage.of(context));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Optional<EstablishedLogin> login = EstablishedLogin.of(context);
        new LoginJournal(context, clock)
                .ended(
                        Outcome.LEVEL_NOT_REACHED,
                        login.map(EstablishedLogin::method),
                        login.map(EstablishedLogin::level));
        AgencyRequest.of(context).refuseLevel();
    }
}

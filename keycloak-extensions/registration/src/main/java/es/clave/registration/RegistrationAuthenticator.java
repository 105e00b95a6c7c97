package es.clave.registration;

import es.clave.platform.FormFields;
import es.clave.platform.PlainAuthenticator;
import java.security.SecureRandom;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The registration as the one step of Keycloak's registration flow. It logs nobody in: who is done goes on to the login. */
final class RegistrationAuthenticator implements PlainAuthenticator {

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RegistrationAuthenticator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        new Registration(context, clock, random).resume();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        new Registration(context, clock, random).action(FormFields.of(context).text("step"));
    }
}

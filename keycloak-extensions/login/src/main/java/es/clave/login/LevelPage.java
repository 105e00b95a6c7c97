package es.clave.login;

import es.clave.identity.RegistrationLevel;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** The page that says why the level was not reached, and how to get there. */
public final class LevelPage {

    private static final String TEMPLATE = "clave-level.ftl";

    private LevelPage() {}

    /** Tells what the login has reached so far, if anything: only who has logged in learns of a registration. */
    public static Response of(AuthenticationFlowContext context) {
        AgencyRequest request = AgencyRequest.of(context);
        LoginFormsProvider page = request.page();
        EstablishedLogin.of(context).ifPresent(login -> {
            page.setAttribute("reachedLevel", login.level().name())
                    .setAttribute("otherWays", anyOtherReaches(context, request, login));
            login.registration().ifPresent(level -> page.setAttribute("registrationLevel", level.name()));
        });
        return page.createForm(TEMPLATE);
    }

    private static boolean anyOtherReaches(
            AuthenticationFlowContext context, AgencyRequest request, EstablishedLogin login) {
        return request.requiredLevel()
                .filter(required -> Methods.anyReaches(
                        request.methods(),
                        SharedSettings.of(context.getRealm()).levels(),
                        required,
                        // Who is not registered has the ways of the weaker registration that need none.
                        login.registration().orElse(RegistrationLevel.BASIC)))
                .isPresent();
    }
}

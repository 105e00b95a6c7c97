package es.clave.login;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** The page that says why the level was not reached, and how to get there. */
public final class LevelPage {

    private static final String TEMPLATE = "clave-level.ftl";

    private LevelPage() {}

    /** Tells what the login has reached so far, if anything: only who has logged in learns of a registration. */
    public static Response of(AuthenticationFlowContext context) {
        LoginFormsProvider page = AgencyRequest.of(context).page();
        EstablishedLogin.of(context).ifPresent(login -> page.setAttribute(
                        "reachedLevel", login.level().name())
                .setAttribute("registrationLevel", login.registration().name()));
        return page.createForm(TEMPLATE);
    }
}

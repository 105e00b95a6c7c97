package es.clave.login;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.platform.AcceptedMethods;
import es.clave.platform.AgencyData;
import es.clave.platform.AgencyName;
import es.clave.platform.LoginNotes;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.protocol.LoginProtocol;

/** What an agency asks of this login, and how it is told that it gets nothing. */
public final class AgencyRequest {

    private static final String OTHER_WAYS = "clave.ways.others";

    private final AuthenticationFlowContext context;

    private AgencyRequest(AuthenticationFlowContext context) {
        this.context = context;
    }

    /** The request that this flow answers. */
    public static AgencyRequest of(AuthenticationFlowContext context) {
        return new AgencyRequest(context);
    }

    /** The agency's name as citizens know it. */
    public String agencyName() {
        return AgencyName.of(context.getAuthenticationSession().getClient());
    }

    /** The least level that will do; low where the agency named none; empty if it named one that does not exist. */
    public Optional<AssuranceLevel> requiredLevel() {
        int loa = new AcrStore(context.getSession(), context.getAuthenticationSession())
                .getRequestedLevelOfAuthentication(context.getTopLevelFlow());
        return AssuranceLevel.ofLoa(Math.max(loa, AssuranceLevel.LOW.loa()));
    }

    /** Whether the agency will have this way to log in. */
    public boolean accepts(AuthenticationMethod method) {
        return AcceptedMethods.of(context.getAuthenticationSession()).accepts(method);
    }

    /** The ways to log in that may be offered: those of this server that the agency will have. */
    public List<AuthenticationMethod> methods() {
        return Methods.acceptedBy(AcceptedMethods.of(context.getAuthenticationSession()), context.getSession());
    }

    /** Makes every page of this login tell, or not, that there are other ways to log in. */
    public void tellOfOtherWays(boolean there) {
        context.getAuthenticationSession().setAuthNote(OTHER_WAYS, Boolean.toString(there));
    }

    /** A page that names the agency, the level, and the data that would go there. */
    public LoginFormsProvider page() {
        return context.form()
                .setAttribute(
                        "otherWays",
                        Boolean.parseBoolean(context.getAuthenticationSession().getAuthNote(OTHER_WAYS)))
                .setAttribute("agencyName", agencyName())
                .setAttribute("agencyData", AgencyData.keys(context.getAuthenticationSession()))
                .setAttribute(
                        "requiredLevel",
                        requiredLevel().orElse(AssuranceLevel.HIGH).name());
    }

    /** Ends the login: the agency is told that the level cannot be reached. */
    public void refuseLevel() {
        refuse("The requested level of assurance was not reached");
    }

    /** Ends the login: the agency is told that it excludes all the ways that there are. */
    public void refuseMethods() {
        context.getAuthenticationSession().setAuthNote(LoginNotes.NO_WAY_LEFT, "true");
        refuse("No way to log in remains that the agency accepts");
    }

    private void refuse(String reason) {
        LoginProtocol protocol = context.getSession()
                .getProvider(
                        LoginProtocol.class, context.getAuthenticationSession().getProtocol());
        protocol.setRealm(context.getRealm())
                .setHttpHeaders(context.getHttpRequest().getHttpHeaders())
                .setUriInfo(context.getUriInfo())
                .setEventBuilder(context.getEvent());
        Response answer =
                protocol.sendError(context.getAuthenticationSession(), LoginProtocol.Error.LOA_INVALID, reason);
        context.forceChallenge(answer);
    }
}

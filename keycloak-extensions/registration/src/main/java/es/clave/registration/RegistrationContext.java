package es.clave.registration;

import es.clave.platform.AgencyName;
import es.clave.platform.FormFields;
import es.clave.platform.SourceAddress;
import es.clave.registry.CivilPerson;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One request of a citizen who is registering, as the routes see it: who it is, what was typed, where to go on. */
public final class RegistrationContext {

    /** A parameter of the address of its own, by which a letter or a link opens the registration at one route. */
    private static final String VIA = "client_request_param_clave_via";

    private final AuthenticationFlowContext flow;
    private final RegistrationState state;
    private final FormFields form;
    private final Registration registration;

    RegistrationContext(AuthenticationFlowContext flow, RegistrationState state, Registration registration) {
        this.flow = flow;
        this.state = state;
        this.form = FormFields.of(flow);
        this.registration = registration;
    }

    /** The citizen: the civil register confirmed document and datum, which proves nothing yet. */
    public CivilPerson person() {
        return state.person().orElseThrow(() -> new IllegalStateException("nobody was identified"));
    }

    /** What was typed into the form that was sent. */
    public FormFields form() {
        return form;
    }

    /** The language of this page. */
    public Locale locale() {
        return session().getContext().resolveLocale(null);
    }

    /** What the window's registration remembers under this name; every route has its own names, until another is chosen. */
    public Optional<String> note(String name) {
        return state.routeNote(name);
    }

    /** Remembers a text under a name without commas. */
    public void remember(String name, String value) {
        state.setRouteNote(name, value);
    }

    /** Forgets what is remembered under this name. */
    public void forget(String name) {
        state.forgetRouteNote(name);
    }

    /** A page with what the frame of every page of the registration wants; to be finished by {@link #show}. */
    public LoginFormsProvider page() {
        return RegistrationPages.framed(flow, state.stage());
    }

    /** Answers with this page. */
    public void show(LoginFormsProvider page, String template) {
        flow.challenge(page.createForm(template));
    }

    /** Answers with something that is no page: a redirect, a file. */
    public void answer(Response response) {
        flow.forceChallenge(response);
    }

    /** The route has proven that it is this person: on to the contact data. */
    public void proven() {
        registration.proven();
    }

    /** Back to the page with all routes. */
    public void toRoutes() {
        registration.toRoutes();
    }

    /** The registration ends here for now: back to the agency's login, or to the page that says goodbye. */
    public void leave() {
        registration.leave();
    }

    /** What becomes of the registration is kept here. */
    public RegistrationJournal journal() {
        return registration.journal();
    }

    /** The route that the address of its own was opened for, as it was named there. */
    public Optional<String> askedRoute() {
        return Optional.ofNullable(flow.getAuthenticationSession().getClientNote(VIA));
    }

    /** The only browser window that may answer: what codes are bound to. */
    public String browser() {
        return browser(flow);
    }

    static String browser(AuthenticationFlowContext flow) {
        return flow.getAuthenticationSession().getParentSession().getId() + "."
                + flow.getAuthenticationSession().getTabId();
    }

    /** Where the request comes from, for limits. */
    public String source() {
        return source(flow);
    }

    static String source(AuthenticationFlowContext flow) {
        return SourceAddress.of(flow.getConnection());
    }

    /** What citizens call the agency that waits for them; empty if none does. */
    public Optional<String> agencyName() {
        return RegistrationPages.hasAgency(flow)
                ? Optional.of(AgencyName.of(flow.getAuthenticationSession().getClient()))
                : Optional.empty();
    }

    /** The realm. */
    public RealmModel realm() {
        return flow.getRealm();
    }

    /** Keycloak's session. */
    public KeycloakSession session() {
        return flow.getSession();
    }

    /** Keycloak's own view of this request, for what has no word here. */
    public AuthenticationFlowContext flow() {
        return flow;
    }
}

package es.clave.platform.pages;

import es.clave.identity.AssuranceLevel;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * What a resource of ours under {@code /realms/{realm}/…} needs to show pages to people who are logged in: a login by a
 * client of its own, forms that only its own pages can send, templates of the login theme with the realm's security
 * headers, and nothing kept in the browser.
 *
 * <p>The client is confidential, has the code flow only, and its one redirect address is the resource's. Where the realm has
 * no such client there is no page.
 *
 * <p>A resource says {@code return pages.get(visitor -> pages.page(visitor).setAttribute(…).createForm("….ftl"))} to a GET
 * and {@code return pages.post(form, visitor -> …)} to a POST, where {@code form} is
 * {@code session.getContext().getHttpRequest().getDecodedFormParameters()}.
 */
public final class LocalPages {

    /** The form field, and the attribute of the page, that hold {@link LocalVisitor#formToken()}. */
    public static final String FORM_TOKEN = "formToken";

    private static final String NO_STORE = "no-store";

    private final KeycloakSession session;
    private final ClientModel client;
    private final LocalLogin login;
    private final FormToken token;

    private LocalPages(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
        this.login = new LocalLogin(session, client);
        this.token = new FormToken(session);
    }

    /**
     * The pages of this client.
     *
     * @throws NotFoundException where the realm has no such client, or it is disabled
     */
    public static LocalPages of(KeycloakSession session, String clientId) {
        ClientModel client = Optional.ofNullable(session.getContext().getRealm().getClientByClientId(clientId))
                .filter(ClientModel::isEnabled)
                .orElseThrow(NotFoundException::new);
        session.getContext().setClient(client);
        return new LocalPages(session, client);
    }

    /** Answers a GET: at once to who is logged in, and to everybody else after the login. */
    public Response get(Function<LocalVisitor, Response> page) {
        rememberLanguage();
        Optional<LocalVisitor> visitor = visitor();
        if (visitor.isPresent()) {
            // Without what the login added, so that it is not in the history and a second look does not say it again.
            return login.comesBack() && !login.comesBackRefused()
                    ? redirect(login.plainAddress())
                    : page.apply(visitor.get());
        }
        // Not again to the login: who turned back there, or refuses cookies, would go in circles.
        return login.comesBack() ? notLoggedIn() : login.ask(login.plainAddress(), Optional.empty());
    }

    /**
     * Answers a POST of a form that one of these pages showed to the same session. Who is not logged in any more logs in
     * and sees the page that {@code get} has at this address; so there must be one.
     */
    public Response post(MultivaluedMap<String, String> form, Function<LocalVisitor, Response> page) {
        return post(form, page, visitor -> {});
    }

    /**
     * The same, where somebody wants to know of forms that were refused because none of these pages had them for this
     * session.
     */
    public Response post(
            MultivaluedMap<String, String> form,
            Function<LocalVisitor, Response> page,
            Consumer<LocalVisitor> refused) {
        Optional<AuthResult> current = login.current();
        if (current.isEmpty()) {
            return login.ask(login.plainAddress(), Optional.empty());
        }
        if (!token.matches(
                Optional.ofNullable(form.getFirst(FORM_TOKEN)), current.get().session(), client)) {
            refused.accept(visitor(current.get()));
            return forbidden();
        }
        return page.apply(visitor(current.get()));
    }

    private Optional<LocalVisitor> visitor() {
        return login.current().map(this::visitor);
    }

    private LocalVisitor visitor(AuthResult current) {
        return new LocalVisitor(current.user(), current.session(), token.of(current.session(), client));
    }

    /** Whether the login that this request comes back from did not reach what {@link #stepUp} asked for. */
    public boolean stepUpRefused() {
        return login.comesBackRefused();
    }

    /**
     * Sends the visitor to log in at this level, and to come back to this address.
     *
     * @param comeBackTo absolute, within what the client may redirect to
     */
    public Response stepUp(AssuranceLevel level, URI comeBackTo) {
        return login.ask(comeBackTo, Optional.of(level));
    }

    /**
     * Sends the visitor to log in at this level, if need be, then through one of Keycloak's required actions, and to come
     * back to this address, to whose query Keycloak adds {@code kc_action_status}: success, cancelled or error.
     *
     * @param comeBackTo absolute, within what the client may redirect to
     */
    public Response act(String action, AssuranceLevel level, URI comeBackTo) {
        return login.ask(comeBackTo, Optional.of(level), Optional.of(action));
    }

    /** A page of the theme; add attributes and call {@code createForm} with the template. */
    public LoginFormsProvider page(LocalVisitor visitor) {
        return forms().setAttribute(FORM_TOKEN, visitor.formToken());
    }

    /** A page for who is not logged in any more; it has no forms. */
    public LoginFormsProvider pageForAnybody() {
        return forms();
    }

    /** Goes to another address by a GET, as a form that changed something should. */
    public Response redirect(URI to) {
        return Response.seeOther(to).header(HttpHeaders.CACHE_CONTROL, NO_STORE).build();
    }

    /** The page for who may not do this: HTTP 403. */
    public Response forbidden() {
        return error(Response.Status.FORBIDDEN, "localForbidden");
    }

    /** The page for what no page of ours sends: HTTP 400. */
    public Response badRequest() {
        return error(Response.Status.BAD_REQUEST, "localBadRequest");
    }

    /** The page for what is not there: HTTP 404. */
    public Response notFound() {
        return error(Response.Status.NOT_FOUND, "pageNotFound");
    }

    private Response notLoggedIn() {
        return error(Response.Status.UNAUTHORIZED, "localNotLoggedIn");
    }

    /**
     * Another error.
     *
     * @param message key of the text that says what happened
     */
    public Response error(Response.Status status, String message) {
        return forms().setDetachedAuthSession().setError(message).createErrorPage(status);
    }

    private LoginFormsProvider forms() {
        return session.getProvider(LoginFormsProvider.class).setResponseHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    /** The language menu is a link to the same page in another language. */
    private void rememberLanguage() {
        String chosen =
                session.getContext().getUri().getQueryParameters().getFirst(LocaleSelectorProvider.KC_LOCALE_PARAM);
        if (chosen != null
                && session.getContext().getRealm().getSupportedLocalesStream().anyMatch(chosen::equals)) {
            session.getProvider(LocaleUpdaterProvider.class).updateLocaleCookie(chosen);
        }
    }
}

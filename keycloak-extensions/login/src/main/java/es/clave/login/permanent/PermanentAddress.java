package es.clave.login.permanent;

import es.clave.challenge.FailurePolicy;
import es.clave.challenge.Throttle;
import es.clave.login.Refusal;
import es.clave.login.SharedSettings;
import es.clave.login.password.PasswordStrength;
import es.clave.platform.UnredeemableCode;
import es.clave.platform.pages.LocalPages;
import es.clave.platform.pages.LocalVisitor;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * {@code /realms/{realm}/permanente}: Cl@ve Permanente at no agency's request. There citizens who are logged in change their
 * password, and {@code /activar} leads to activating it.
 */
public final class PermanentAddress implements RealmResourceProvider {

    /** The provider's id, and so the last part of the address. */
    public static final String PATH = "permanente";

    private static final String CLIENT_ID = "clave-permanent";
    private static final String TEMPLATE = "clave-permanent-account.ftl";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;
    private final PermanentSettings settings;

    PermanentAddress(KeycloakSession session, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.clock = clock;
        this.settings = PermanentSettings.of(realm);
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** The page. */
    @GET
    public Response show() {
        LocalPages pages = pages();
        return pages.get(visitor -> createForm(page(pages, visitor), visitor));
    }

    /** Begins an activation: a login anew, whoever is logged in, for that is what an activation ends in. */
    @GET
    @Path("activar")
    public Response activate() {
        pages();
        UriBuilder request = realmUri()
                .path("protocol/openid-connect/auth")
                .queryParam("client_id", CLIENT_ID)
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("prompt", "login")
                .queryParam("clave_way", PermanentWay.ID)
                .queryParam(PermanentWay.BEGIN, PermanentWay.ACTIVATE)
                .queryParam("redirect_uri", "{here}");
        return Response.seeOther(UnredeemableCode.of(request).build(here())).build();
    }

    /** Changes the password. */
    @POST
    public Response change() {
        LocalPages pages = pages();
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return pages.post(form, visitor -> change(pages, visitor, form));
    }

    private Response change(LocalPages pages, LocalVisitor visitor, MultivaluedMap<String, String> form) {
        Optional<Citizen> citizen = citizen(visitor);
        if (citizen.isEmpty() || !Passwords.has(visitor.user())) {
            return createForm(page(pages, visitor), visitor);
        }
        LoginFormsProvider page = page(pages, visitor);
        String current = text(form, PermanentPages.PASSWORD);
        String password = text(form, PermanentPages.NEW_PASSWORD);
        Passwords passwords = new Passwords(session, realm, settings);
        Optional<FormMessage> wrong = tryCurrent(citizen.get(), visitor.user(), current, passwords);
        if (wrong.isPresent()) {
            page.setErrors(List.of(wrong.get()));
            return createForm(page, visitor);
        }
        List<FormMessage> mistakes = new NewPassword(passwords)
                .mistakes(visitor.user(), password, text(form, PermanentPages.REPEATED), true);
        if (!mistakes.isEmpty()) {
            page.setErrors(mistakes);
            return createForm(page, visitor);
        }
        new PasswordActs(session, realm, settings, clock)
                .set(
                        PermanentAct.PASSWORD_CHANGED,
                        citizen.get(),
                        visitor.user(),
                        password,
                        event(),
                        visitor.session().getId());
        PasswordStrength strength = passwords.strength(visitor.user(), password);
        page.setSuccess("permanentChanged")
                .setAttribute("strength", strength.name())
                .setAttribute("strengthOf", strength.score());
        return createForm(page, visitor);
    }

    /** What is wrong with the present password, if anything: counted as at the login. */
    private Optional<FormMessage> tryCurrent(Citizen citizen, UserModel user, String current, Passwords passwords) {
        if (current.isEmpty()) {
            return Optional.of(new FormMessage(PermanentPages.PASSWORD, "passwordEmpty"));
        }
        Throttle throttle = session.getProvider(Throttle.class);
        FailurePolicy failures = SharedSettings.of(realm).failures();
        String subject = PasswordActs.subject(citizen);
        Optional<Refusal> standing = Refusal.of(throttle.standing(realm.getId(), failures, subject));
        if (standing.isPresent()) {
            return standing.map(PermanentAddress::said);
        }
        PasswordLock lock = new PasswordLock(session, realm, settings);
        if (!(lock.take(subject) instanceof PasswordLock.Try.Allowed attempt)) {
            return Optional.of(said(PasswordLogin.locked()));
        }
        if (passwords.matches(Optional.of(user), current)) {
            lock.open(subject);
            return Optional.empty();
        }
        Optional<Refusal> paused = Refusal.of(throttle.failed(realm.getId(), failures, subject));
        if (attempt.left() == 0) {
            new PasswordActs(session, realm, settings, clock).locked(Optional.of(citizen));
            return Optional.of(said(PasswordLogin.locked()));
        }
        return Optional.of(paused.map(PermanentAddress::said)
                .orElseGet(() -> new FormMessage(PermanentPages.PASSWORD, "passwordCurrentWrong", attempt.left())));
    }

    private static FormMessage said(Refusal refusal) {
        return new FormMessage(PermanentPages.PASSWORD, refusal.messageKey(), refusal.values());
    }

    private LoginFormsProvider page(LocalPages pages, LocalVisitor visitor) {
        return pages.page(visitor)
                .setAttribute("action", here())
                .setAttribute(
                        "activateUrl",
                        UriBuilder.fromUri(here()).path("activar").build())
                .setAttribute("leastLength", settings.leastLength(realm))
                .setAttribute(
                        "nationalId",
                        citizen(visitor)
                                .map(citizen -> citizen.nationalId().value())
                                .orElse(""));
    }

    private static Response createForm(LoginFormsProvider page, LocalVisitor visitor) {
        return page.setAttribute("active", Passwords.has(visitor.user())).createForm(TEMPLATE);
    }

    private Optional<Citizen> citizen(LocalVisitor visitor) {
        return session.getProvider(CitizenRegistry.class)
                .findByUserId(realm, visitor.user().getId())
                .filter(citizen -> citizen.status() == Citizen.Status.ACTIVE);
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        return Optional.ofNullable(form.getFirst(field)).orElse("");
    }

    private EventBuilder event() {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .client(session.getContext().getClient());
    }

    private LocalPages pages() {
        return LocalPages.of(session, CLIENT_ID);
    }

    private URI here() {
        return realmUri().path(PATH).build();
    }

    private UriBuilder realmUri() {
        return session.getContext().getUri().getBaseUriBuilder().path("realms").path(realm.getName());
    }

    @Override
    public void close() {}
}

package es.clave.registration.account;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.platform.pages.LocalPages;
import es.clave.platform.pages.LocalVisitor;
import es.clave.registry.Citizen;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The account of one citizen, and the session that looks at it. */
record Account(
        KeycloakSession session,
        LocalPages pages,
        LocalVisitor visitor,
        Citizen citizen,
        Clock clock,
        SecureRandom random) {

    static final String PHONE = "telefono";
    static final String EMAIL = "correo";
    static final String ACTIVATION_CODE = "codigo";
    static final String LEAVE = "baja";
    static final String AGREEMENTS = "permisos";
    static final String DEVICES = "dispositivos";
    static final String PASSKEYS = "llaves";

    /** What the forms call what is to be done. */
    static final String STEP = "step";

    /** The step that asks for a login at a higher level. */
    static final String STEP_UP = "up";

    /** Why a page asks for a higher level: names the page. */
    private static final String LEVEL_PAGE = "clave-account-level.ftl";

    private static final ZoneId PENINSULA = ZoneId.of("Europe/Madrid");

    private static final Set<AuthenticationMethod> CERTIFICATES =
            Set.of(AuthenticationMethod.CERTIFICATE_SOFTWARE, AuthenticationMethod.CERTIFICATE_DEVICE);

    AccountJournal journal() {
        return new AccountJournal(this);
    }

    RealmModel realm() {
        return session.getContext().getRealm();
    }

    Locale locale() {
        return session.getContext().resolveLocale(null);
    }

    boolean substantial() {
        return visitor.reached(AssuranceLevel.SUBSTANTIAL);
    }

    /** Whether the citizen showed a certificate, rather than anything that needs the phone. */
    boolean byCertificate() {
        return visitor.method().filter(CERTIFICATES::contains).isPresent();
    }

    /** The overview's address. */
    URI address() {
        return session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms")
                .path(realm().getName())
                .path(AccountAddressFactory.PATH)
                .build();
    }

    /** The address of another of the pages. */
    URI address(String page) {
        return URI.create(address() + "/" + page);
    }

    /** A day as people write it. */
    String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .withZone(PENINSULA)
                .format(at);
    }

    /** A page with what all of them have. */
    LoginFormsProvider page() {
        return pages.page(visitor).setAttribute("accountUrl", address().toString());
    }

    /** The page that asks for a higher level before it goes on to what the citizen wanted. */
    Response levelPage(String wanted) {
        LoginFormsProvider page = page();
        if (pages.stepUpRefused()) {
            page.setError("accountLevelNotReached");
        }
        return page.setAttribute("wanted", wanted)
                .setAttribute("canStepUp", !substantial())
                .createForm(LEVEL_PAGE);
    }

    /** Sends the citizen to log in at a higher level, and back to the page. */
    Response stepUp(String page) {
        return pages.stepUp(AssuranceLevel.SUBSTANTIAL, address(page));
    }

    /** Goes to the overview, which says what was done. */
    Response done(String what) {
        return pages.redirect(URI.create(address() + "?" + Overview.DONE + "=" + what));
    }
}

package es.clave.login.mobile;

import es.clave.identity.AuthenticationMethod;
import es.clave.login.LoginJournal;
import es.clave.login.LoginWay;
import es.clave.login.Outcome;
import es.clave.platform.FormFields;
import es.clave.platform.TypedDocument;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Cl@ve Móvil: the page shows a QR, or asks for a document; the app confirms; the browser goes on by itself.
 */
public final class MobileWay implements LoginWay {

    static final AuthenticationMethod METHOD = AuthenticationMethod.MOBILE;

    private final Clock clock;

    /** For the list of all ways. */
    public MobileWay(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "mobile";
    }

    @Override
    public List<AuthenticationMethod> methods() {
        return List.of(METHOD);
    }

    @Override
    public List<ProviderConfigProperty> settings() {
        return MobileSettings.properties();
    }

    @Override
    public boolean offered(KeycloakSession session) {
        return MobileSettings.of(session.getContext().getRealm()).hasApp();
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        new LoginJournal(context, clock).started(METHOD);
        new MobileLogin(context, clock).resume();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MobileLogin login = new MobileLogin(context, clock);
        FormFields form = FormFields.of(context);
        switch (form.text("step")) {
            case "again" -> login.showQr();
            case "document" -> login.identify();
            case "request" -> login.request(TypedDocument.of(form));
            case "cancel" -> {
                login.withdraw();
                new LoginJournal(context, clock).ended(Outcome.CANCELLED, Optional.of(METHOD), Optional.empty());
                context.cancelLogin();
            }
            default -> login.resume();
        }
    }

    @Override
    public void left(AuthenticationFlowContext context) {
        new MobileLogin(context, clock).withdraw();
    }
}

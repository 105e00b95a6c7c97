package es.clave.login.certificate;

import es.clave.certificate.CertificateHandOver;
import es.clave.identity.AuthenticationMethod;
import es.clave.login.LoginJournal;
import es.clave.login.LoginWay;
import es.clave.login.Outcome;
import es.clave.platform.FormFields;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Certificate: the browser shows one on the address that asks for it, and comes back. Where it is from and what it says
 * decides which of the two rows of the level table it is; until that is known, it is counted as the lower one.
 */
public final class CertificateWay implements LoginWay {

    /** The row that it is counted as before a certificate was read. */
    static final AuthenticationMethod BEFORE = AuthenticationMethod.CERTIFICATE_SOFTWARE;

    private final Clock clock;

    /** For the list of all ways. */
    public CertificateWay(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "certificate";
    }

    @Override
    public List<AuthenticationMethod> methods() {
        return List.of(AuthenticationMethod.CERTIFICATE_SOFTWARE, AuthenticationMethod.CERTIFICATE_DEVICE);
    }

    @Override
    public List<ProviderConfigProperty> settings() {
        return CertificateLoginSettings.properties();
    }

    @Override
    public boolean offered(KeycloakSession session) {
        return session.getProvider(CertificateHandOver.class).isOpen();
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        new LoginJournal(context, clock).started(BEFORE);
        new CertificateLogin(context, clock).resume();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        CertificateLogin login = new CertificateLogin(context, clock);
        switch (FormFields.of(context).text("step")) {
            case "show" -> login.show();
            case "cancel" -> {
                new LoginJournal(context, clock).ended(Outcome.CANCELLED, Optional.of(BEFORE), Optional.empty());
                context.cancelLogin();
            }
            default -> login.resume();
        }
    }
}

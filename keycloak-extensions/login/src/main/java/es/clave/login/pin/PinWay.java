package es.clave.login.pin;

import es.clave.identity.AuthenticationMethod;
import es.clave.login.LoginJournal;
import es.clave.login.LoginWay;
import es.clave.login.Outcome;
import es.clave.login.code.CodeSettings;
import es.clave.login.code.SmsCode;
import es.clave.platform.FormFields;
import es.clave.platform.TypedDocument;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Cl@ve PIN: a document is typed, a PIN goes to its holder's phone, the PIN is typed. Who is already logged in at a lower
 * level is asked for the PIN only.
 */
public final class PinWay implements LoginWay {

    private final Clock clock;
    private final SecureRandom random;

    /** For the list of all ways. */
    public PinWay(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String id() {
        return "pin";
    }

    @Override
    public List<AuthenticationMethod> methods() {
        return List.of(AuthenticationMethod.PIN_SMS, AuthenticationMethod.PIN_APP);
    }

    @Override
    public List<ProviderConfigProperty> settings() {
        return CodeSettings.properties();
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        PinLogin login = new PinLogin(context, clock, random);
        new LoginJournal(context, clock).started(AuthenticationMethod.PIN_SMS);
        login.resume();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        PinLogin login = new PinLogin(context, clock, random);
        FormFields form = FormFields.of(context);
        switch (form.text("step")) {
            case "request" -> login.request(TypedDocument.of(form));
            case "verify" -> login.verify(form.text(SmsCode.FIELD));
            case "resend" -> login.resend();
            case "cancel" -> cancel(context);
            case "change" -> login.begin();
            default -> login.resume();
        }
    }

    private void cancel(AuthenticationFlowContext context) {
        new LoginJournal(context, clock)
                .ended(Outcome.CANCELLED, Optional.of(AuthenticationMethod.PIN_SMS), Optional.empty());
        context.cancelLogin();
    }
}

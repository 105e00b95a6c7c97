package es.clave.login.passkey;

import es.clave.identity.AuthenticationMethod;
import es.clave.login.LoginJournal;
import es.clave.login.LoginWay;
import es.clave.login.Outcome;
import es.clave.platform.FormFields;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Passkey: the browser asks its own, or those of a phone or a key, for one that is bound to this address, and the device
 * asks the citizen for finger, face or PIN. Nobody types who they are: the passkey says it.
 */
public final class PasskeyWay implements LoginWay {

    static final AuthenticationMethod METHOD = AuthenticationMethod.PASSKEY;

    private final Clock clock;
    private final SecureRandom random;

    /** For the list of all ways. */
    public PasskeyWay(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String id() {
        return "passkey";
    }

    @Override
    public List<AuthenticationMethod> methods() {
        return List.of(METHOD);
    }

    @Override
    public List<ProviderConfigProperty> settings() {
        return PasskeySettings.properties();
    }

    /** Where a number is typed, the browser offers passkeys among what it fills in. */
    @Override
    public void offerBesideOthers(AuthenticationFlowContext context) {
        new PasskeyChallenge(context, random).putOnPages();
    }

    /** A form that brings a passkey's answer comes from a page of another way, where the browser had offered it. */
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        new LoginJournal(context, clock).started(METHOD);
        PasskeyLogin login = new PasskeyLogin(context, clock, random);
        if (FormFields.of(context).text(PasskeyLogin.CREDENTIAL).isEmpty()) {
            login.show();
        } else {
            login.check();
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        PasskeyLogin login = new PasskeyLogin(context, clock, random);
        switch (FormFields.of(context).text("step")) {
            case "check" -> login.check();
            case "cancel" -> {
                new LoginJournal(context, clock).ended(Outcome.CANCELLED, Optional.of(METHOD), Optional.empty());
                context.cancelLogin();
            }
            default -> login.show();
        }
    }
}

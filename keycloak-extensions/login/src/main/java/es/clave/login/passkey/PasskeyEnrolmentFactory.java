package es.clave.login.passkey;

import es.clave.platform.Passkeys;
import es.clave.platform.ServerClock;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes {@link PasskeyEnrolment}. */
public final class PasskeyEnrolmentFactory implements RequiredActionFactory {

    private final RequiredActionFactory keycloaks = new WebAuthnPasswordlessRegisterFactory();

    @Override
    public String getId() {
        return Passkeys.ENROLMENT;
    }

    @Override
    public String getDisplayText() {
        return "Cl@ve: add a passkey";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new PasskeyEnrolment(session, keycloaks.create(session), new ServerClock());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

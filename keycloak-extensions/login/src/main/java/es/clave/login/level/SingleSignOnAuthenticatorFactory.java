package es.clave.login.level;

import es.clave.platform.PlainAuthenticatorFactory;
import es.clave.platform.ServerClock;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Makes the authenticator {@code clave-sso}. */
public final class SingleSignOnAuthenticatorFactory extends PlainAuthenticatorFactory {

    public static final String PROVIDER_ID = "clave-sso";

    /** For Keycloak. */
    public SingleSignOnAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Cl@ve: single sign-on",
                "Lets in who is already logged in at the level that the agency asks for.",
                new SingleSignOnAuthenticator(new ServerClock()),
                Requirement.ALTERNATIVE,
                Requirement.DISABLED);
    }
}

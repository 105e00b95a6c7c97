package es.clave.login.level;

import es.clave.platform.PlainAuthenticatorFactory;
import es.clave.platform.ServerClock;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Makes the authenticator {@code clave-level-reached}. */
public final class LevelReachedAuthenticatorFactory extends PlainAuthenticatorFactory {

    public static final String PROVIDER_ID = "clave-level-reached";

    /** For Keycloak. */
    public LevelReachedAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Cl@ve: level reached",
                "Ends the login if the way that was used did not reach the level that the agency asks for.",
                new ReachedLevelAuthenticator(new ServerClock()),
                Requirement.REQUIRED,
                Requirement.DISABLED);
    }
}

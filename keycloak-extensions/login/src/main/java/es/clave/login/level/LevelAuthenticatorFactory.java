package es.clave.login.level;

import es.clave.login.SharedSettings;
import es.clave.platform.PlainAuthenticatorFactory;
import es.clave.platform.ServerClock;
import java.util.List;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the authenticator {@code clave-level}, whose configuration holds what all ways to log in share. */
public final class LevelAuthenticatorFactory extends PlainAuthenticatorFactory {

    public static final String PROVIDER_ID = "clave-level";

    /** For Keycloak. */
    public LevelAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Cl@ve: level asked for",
                "Goes on if some way to log in can reach the level that the agency asks for. Its settings are those of all"
                        + " ways to log in: the level table and the limits.",
                new ReachableLevelAuthenticator(new ServerClock()),
                Requirement.REQUIRED,
                Requirement.DISABLED);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return SharedSettings.properties();
    }
}

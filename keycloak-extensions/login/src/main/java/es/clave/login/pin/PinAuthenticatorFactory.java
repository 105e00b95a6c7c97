package es.clave.login.pin;

import es.clave.platform.PlainAuthenticatorFactory;
import es.clave.platform.ServerClock;
import java.util.List;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the authenticator {@code clave-pin}. */
public final class PinAuthenticatorFactory extends PlainAuthenticatorFactory {

    public static final String PROVIDER_ID = "clave-pin";

    /** For Keycloak. */
    public PinAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Cl@ve PIN",
                "DNI or NIE and contrast datum, then a code of minutes that is sent to the citizen's phone.",
                new PinAuthenticator(new ServerClock()),
                Requirement.REQUIRED,
                Requirement.ALTERNATIVE,
                Requirement.DISABLED);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PinSettings.properties();
    }
}

package es.clave.registration;

import es.clave.platform.PlainAuthenticatorFactory;
import es.clave.platform.ServerClock;
import es.clave.registration.letter.LetterSettings;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the authenticator {@code clave-registration}. */
public final class RegistrationAuthenticatorFactory extends PlainAuthenticatorFactory {

    public static final String PROVIDER_ID = "clave-registration";

    /** For Keycloak. */
    public RegistrationAuthenticatorFactory() {
        super(
                PROVIDER_ID,
                "Cl@ve: registration",
                "The whole registration: the document, a route that proves who it is, mobile and e-mail, conditions, receipt.",
                new RegistrationAuthenticator(new ServerClock()),
                Requirement.REQUIRED);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return Stream.concat(RegistrationSettings.properties().stream(), LetterSettings.properties().stream())
                .toList();
    }
}

package es.clave.registration;

import es.clave.platform.PlainAuthenticatorFactory;
import es.clave.platform.ServerClock;
import es.clave.registration.letter.LetterSettings;
import es.clave.registration.retention.RenouncedCitizens;
import es.clave.registration.retention.RetentionSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Makes the authenticator {@code clave-registration}. */
public final class RegistrationAuthenticatorFactory extends PlainAuthenticatorFactory {

    public static final String PROVIDER_ID = "clave-registration";

    private static final String RETENTION_SECONDS = "retention-seconds";
    private static final int DEFAULT_RETENTION_SECONDS = 3600;

    private final Clock clock = new ServerClock();
    private Duration retentionInterval = Duration.ofSeconds(DEFAULT_RETENTION_SECONDS);

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
        return Stream.of(RegistrationSettings.properties(), LetterSettings.properties(), RetentionSettings.properties())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void init(Config.Scope config) {
        retentionInterval = Duration.ofSeconds(config.getInt(RETENTION_SECONDS, DEFAULT_RETENTION_SECONDS));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent started) {
                RenouncedCitizens.eraseEach(retentionInterval, started.getFactory(), clock);
            }
        });
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(RETENTION_SECONDS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("Seconds between two looks for citizens who renounced and whose time is over.")
                .defaultValue(DEFAULT_RETENTION_SECONDS)
                .add()
                .build();
    }
}

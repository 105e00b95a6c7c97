package es.clave.registration.letter;

import es.clave.messaging.Outbox;
import es.clave.platform.RealmSettings;
import es.clave.platform.ServerClock;
import es.clave.platform.ServerKeys;
import es.clave.registration.RegistrationRoute;
import es.clave.registration.RegistrationRouteFactory;
import es.clave.registration.RegistrationSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;

/** Makes {@link LetterRoute}s, and runs the jobs of the letters from the moment the database is ready. */
public final class LetterRouteFactory implements RegistrationRouteFactory {

    /** The id of the route too. */
    public static final String PROVIDER_ID = "letter";

    private static final String POLL_SECONDS = "poll-seconds";
    private static final int DEFAULT_POLL_SECONDS = 300;

    private final Clock clock = new ServerClock();
    private final SecureRandom random = new SecureRandom();
    private Duration poll = Duration.ofSeconds(DEFAULT_POLL_SECONDS);
    private volatile Optional<LetterJobs> jobs = Optional.empty();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        int seconds = config.getInt(POLL_SECONDS, DEFAULT_POLL_SECONDS);
        if (seconds <= 0) {
            throw new IllegalArgumentException(
                    "spi-clave-registration-route--" + PROVIDER_ID + "--" + POLL_SECONDS + " must be positive");
        }
        poll = Duration.ofSeconds(seconds);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            LetterJobs started = new LetterJobs(migrated.getFactory(), this::letters, clock, poll);
            started.start();
            jobs = Optional.of(started);
        } else if (event instanceof RealmRemovedEvent removed) {
            rows(removed.getKeycloakSession()).forgetRealm(removed.getRealm().getId());
        }
    }

    @Override
    public RegistrationRoute create(KeycloakSession session) {
        return new LetterRoute(asking -> letters(asking, asking.getContext().getRealm()));
    }

    private Letters letters(KeycloakSession session, RealmModel realm) {
        return new Letters(
                realm,
                rows(session),
                LetterSecrets.of(session.getProvider(ServerKeys.class), random),
                session.getProvider(Outbox.class),
                settings(realm),
                clock,
                random);
    }

    static LetterRows rows(KeycloakSession session) {
        return new LetterRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    static LetterSettings settings(RealmModel realm) {
        return new LetterSettings(RealmSettings.of(
                Optional.ofNullable(realm.getAuthenticatorConfigByAlias(RegistrationSettings.CONFIG_ALIAS))));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(POLL_SECONDS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_POLL_SECONDS)
                .helpText("Seconds between two looks for reminders that are due and codes that have expired.")
                .add()
                .build();
    }

    @Override
    public void close() {
        jobs.ifPresent(LetterJobs::close);
    }
}

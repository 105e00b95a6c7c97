package es.clave.appapi;

import java.security.SecureRandom;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** {@code /realms/{realm}/app}. */
final class AppResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;
    private final AppSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    AppResourceProvider(KeycloakSession session, AppSettings settings, Clock clock, SecureRandom random) {
        this.session = session;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Object getResource() {
        return new AppResource(new Call(session, settings, clock, random));
    }

    @Override
    public void close() {}
}

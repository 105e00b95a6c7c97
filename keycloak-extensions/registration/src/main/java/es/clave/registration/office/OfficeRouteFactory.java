package es.clave.registration.office;

import es.clave.platform.ServerClock;
import es.clave.registration.RegistrationRoute;
import es.clave.registration.RegistrationRouteFactory;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Offers registering at an office: makes {@link OfficeRoute}s. */
public final class OfficeRouteFactory implements RegistrationRouteFactory {

    public static final String PROVIDER_ID = "office";

    private final Clock clock = new ServerClock();
    private final Places places = Places.load();
    private final MapOfSpain map = MapOfSpain.load();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RegistrationRoute create(KeycloakSession session) {
        return new OfficeRoute(places, map, clock);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package es.clave.registration.account;

import es.clave.platform.ServerClock;
import java.security.SecureRandom;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** {@code /realms/{realm}/mi-clave}. */
public final class AccountAddressFactory implements RealmResourceProviderFactory {

    /** The provider's id, and so the last part of the address. */
    static final String PATH = "mi-clave";

    private final Clock clock = new ServerClock();
    private final SecureRandom random = new SecureRandom();

    @Override
    public String getId() {
        return PATH;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new AccountResource(session, clock, random);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package es.clave.challenge;

import es.clave.platform.ServerClock;
import es.clave.platform.ServerKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.infinispan.Cache;
import org.keycloak.Config;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@link AppRequests} in the cache {@value #CACHE} of the server's {@code cache-ispn.xml}. */
public final class InfinispanAppRequestsFactory implements AppRequestsFactory {

    public static final String PROVIDER_ID = "infinispan";

    static final String CACHE = "clave-requests";

    private final Clock clock = new ServerClock();
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<AppRequestWatches> watches = new AtomicReference<>();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public AppRequests create(KeycloakSession session) {
        Cache<String, String> cache =
                session.getProvider(InfinispanConnectionProvider.class).getCache(CACHE);
        return new InfinispanAppRequests(
                new AppRequestStore(cache, clock),
                watches(cache),
                session.getProvider(ServerKeys.class).keyedHash("app-requests"),
                clock,
                random,
                session.getKeycloakSessionFactory()::publish);
    }

    private AppRequestWatches watches(Cache<String, String> cache) {
        AppRequestWatches there = watches.get();
        if (there != null) {
            return there;
        }
        synchronized (watches) {
            if (watches.get() == null) {
                watches.set(AppRequestWatches.on(cache));
            }
            return watches.get();
        }
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

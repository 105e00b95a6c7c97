package es.clave.challenge;

import es.clave.platform.ServerClock;
import es.clave.platform.ServerKeys;
import java.security.SecureRandom;
import java.time.Clock;
import org.infinispan.Cache;
import org.keycloak.Config;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@link Codes} in the cache {@value #CACHE} of the server's {@code cache-ispn.xml}. */
public final class InfinispanCodesFactory implements CodesFactory {

    public static final String PROVIDER_ID = "infinispan";

    static final String CACHE = "clave-codes";

    private final Clock clock = new ServerClock();
    private final SecureRandom random = new SecureRandom();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Codes create(KeycloakSession session) {
        Cache<String, String> cache =
                session.getProvider(InfinispanConnectionProvider.class).getCache(CACHE);
        return new InfinispanCodes(cache, session.getProvider(ServerKeys.class).keyedHash("codes"), clock, random);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package es.clave.registry.jpa;

import es.clave.platform.ServerClock;
import es.clave.platform.ServerKeys;
import es.clave.platform.SlowHash;
import es.clave.registry.ActivationCodes;
import es.clave.registry.ActivationCodesFactory;
import java.security.SecureRandom;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes {@link JpaActivationCodes}. */
public final class JpaActivationCodesFactory implements ActivationCodesFactory {

    public static final String PROVIDER_ID = "jpa";

    private final Clock clock = new ServerClock();
    private final SecureRandom random = new SecureRandom();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public ActivationCodes create(KeycloakSession session) {
        return new JpaActivationCodes(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                new KeycloakTransaction(session.getKeycloakSessionFactory()),
                new SlowHash(session.getProvider(ServerKeys.class).derive("activation-code"), random),
                clock,
                random);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

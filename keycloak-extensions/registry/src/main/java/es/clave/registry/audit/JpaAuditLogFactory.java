package es.clave.registry.audit;

import es.clave.platform.ServerClock;
import es.clave.platform.ServerKeys;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.common.ClientConnection;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Makes {@link JpaAuditLog}. What was logged of a realm stays when the realm is removed. */
public final class JpaAuditLogFactory implements AuditLogFactory {

    public static final String PROVIDER_ID = "jpa";

    private final Clock clock = new ServerClock();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public AuditLog create(KeycloakSession session) {
        return new JpaAuditLog(
                entities(session),
                task -> session.getTransactionManager().enlistPrepare(new OnCommit(task)),
                task -> session.getTransactionManager().enlistAfterCompletion(new OnCommit(task)),
                work -> KeycloakModelUtils.runJobInTransactionWithResult(
                        session.getKeycloakSessionFactory(), own -> work.apply(entities(own))),
                new AuditSeal(session.getProvider(ServerKeys.class)::keyedHash),
                () -> source(session),
                clock);
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    private static String source(KeycloakSession session) {
        return Optional.ofNullable(session.getContext().getConnection())
                .map(ClientConnection::getRemoteAddr)
                .orElse("");
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package es.clave.registry.jpa;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** A transaction of a Keycloak session of its own. */
final class KeycloakTransaction implements OwnTransaction {

    private final KeycloakSessionFactory sessions;

    KeycloakTransaction(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public <T> T run(Function<EntityManager, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> work.apply(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager()));
    }
}

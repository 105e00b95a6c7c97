package es.clave.messaging;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** A Keycloak session each. */
final class KeycloakTransactions implements Transactions {

    private final KeycloakSessionFactory sessions;

    KeycloakTransactions(KeycloakSessionFactory sessions) {
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

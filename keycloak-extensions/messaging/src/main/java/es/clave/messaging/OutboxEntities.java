package es.clave.messaging;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The outbox's table, in Keycloak's persistence unit. */
final class OutboxEntities implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(OutboxMessage.class);
    }

    @Override
    public String getChangelogLocation() {
        return OutboxEntitiesFactory.CHANGELOG;
    }

    @Override
    public String getFactoryId() {
        return OutboxEntitiesFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}

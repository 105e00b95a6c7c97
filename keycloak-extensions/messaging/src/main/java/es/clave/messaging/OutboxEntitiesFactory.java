package es.clave.messaging;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes {@link OutboxEntities}. */
public final class OutboxEntitiesFactory implements JpaEntityProviderFactory {

    /** Its first ten letters name the table in which Liquibase keeps what it has done. */
    static final String PROVIDER_ID = "claveoutbox";

    static final String CHANGELOG = "META-INF/clave-outbox-changelog.xml";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new OutboxEntities();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

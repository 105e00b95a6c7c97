package es.clave.registration.office;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Adds the tables of offices and appointments to Keycloak's database. */
public final class OfficesEntitiesFactory implements JpaEntityProviderFactory {

    /** Its first ten letters name the change log's table, so they must be its own. */
    public static final String PROVIDER_ID = "claveoffices";

    static final String CHANGELOG = "META-INF/clave-offices-changelog.xml";
    static final List<Class<?>> ENTITIES = List.of(OfficeEntity.class, AppointmentEntity.class);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new JpaEntityProvider() {
            @Override
            public List<Class<?>> getEntities() {
                return ENTITIES;
            }

            @Override
            public String getChangelogLocation() {
                return CHANGELOG;
            }

            @Override
            public String getFactoryId() {
                return PROVIDER_ID;
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

package es.clave.challenge;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Adds the table {@code CLAVE_THROTTLE} to Keycloak's database. */
public final class ThrottleJpaEntityProviderFactory implements JpaEntityProviderFactory {

    /** Its first ten letters name the change log's table, so they must be its own. */
    public static final String PROVIDER_ID = "clavethrottle";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new JpaEntityProvider() {
            @Override
            public List<Class<?>> getEntities() {
                return List.of(ThrottleEntity.class);
            }

            @Override
            public String getChangelogLocation() {
                return "META-INF/clave-throttle-changelog.xml";
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

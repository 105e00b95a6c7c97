package es.clave.registry.jpa;

import es.clave.registry.audit.AuditEntryEntity;
import es.clave.registry.audit.AuditHeadEntity;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Adds the registry's tables to Keycloak's database. */
public final class RegistryEntitiesFactory implements JpaEntityProviderFactory {

    /** Its first ten letters name the change log's table, so they must be its own. */
    public static final String PROVIDER_ID = "claveregistry";

    static final String CHANGELOG = "META-INF/clave-registry-changelog.xml";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new JpaEntityProvider() {
            @Override
            public List<Class<?>> getEntities() {
                return List.of(
                        CitizenEntity.class,
                        RegistrationActEntity.class,
                        ClaimEntity.class,
                        ActivationCodeEntity.class,
                        DeviceEntity.class,
                        DeviceKeyEntity.class,
                        AuditEntryEntity.class,
                        AuditHeadEntity.class);
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

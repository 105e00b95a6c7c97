package es.clave.registry.jpa;

import es.clave.platform.ServerClock;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.CitizenRegistryFactory;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.synthetic.DemoSeeding;
import java.time.Clock;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;

/** Makes {@link JpaCitizenRegistry}, and forgets citizens with their realm or user. */
public final class JpaCitizenRegistryFactory implements CitizenRegistryFactory {

    public static final String PROVIDER_ID = "jpa";

    private static final String SEED_DEMO = "seed-demo";

    private final Clock clock = new ServerClock();
    private boolean seedDemo;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public CitizenRegistry create(KeycloakSession session) {
        return new JpaCitizenRegistry(
                rows(session), new KeycloakAccounts(session), session.getProvider(AuditLog.class), clock);
    }

    @Override
    public void init(Config.Scope config) {
        seedDemo = config.getBoolean(SEED_DEMO, false);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started && seedDemo) {
            DemoSeeding.seed(started.getFactory());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            rows(removed.getKeycloakSession()).forgetRealm(removed.getRealm().getId());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            rows(removed.getKeycloakSession()).forgetUser(removed.getUser().getId());
        }
    }

    private static RegistryRows rows(KeycloakSession session) {
        return new RegistryRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(SEED_DEMO)
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .helpText(
                        "Whether the synthetic population of the demo is registered in the realm clave when the server"
                                + " starts, if the realm exists. For demonstrations and tests only.")
                .defaultValue(false)
                .add()
                .build();
    }

    @Override
    public void close() {}
}

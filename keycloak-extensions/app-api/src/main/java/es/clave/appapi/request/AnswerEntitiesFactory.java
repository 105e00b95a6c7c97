package es.clave.appapi.request;

import es.clave.platform.ServerClock;
import java.util.List;
import java.util.function.Consumer;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;

/** Adds the table of answers to Keycloak's database, and forgets them with their realm or user. */
public final class AnswerEntitiesFactory implements JpaEntityProviderFactory {

    /** Its first ten letters name the change log's table, so they must be its own. */
    public static final String PROVIDER_ID = "claveanswers";

    static final String CHANGELOG = "META-INF/clave-answers-changelog.xml";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new JpaEntityProvider() {
            @Override
            public List<Class<?>> getEntities() {
                return List.of(AnswerEntity.class);
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

    /** The answers, in the transaction of this session. */
    static Evidence evidence(KeycloakSession session) {
        return new Evidence(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                work -> KeycloakModelUtils.runJobInTransaction(
                        session.getKeycloakSessionFactory(),
                        own -> work.accept(
                                own.getProvider(JpaConnectionProvider.class).getEntityManager())),
                new ServerClock());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(AnswerEntitiesFactory::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmRemovedEvent removed) {
            forget(
                    removed.getKeycloakSession(),
                    kept -> kept.forgetRealm(removed.getRealm().getId()));
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            forget(
                    removed.getKeycloakSession(),
                    kept -> kept.forgetUser(removed.getUser().getId()));
        }
    }

    private static void forget(KeycloakSession session, Consumer<Evidence> what) {
        what.accept(evidence(session));
    }

    @Override
    public void close() {}
}

package es.clave.testclock;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Makes {@link TestPhone}s. */
public final class TestPhoneFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "test-phone";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new TestPhone(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package es.clave.login.permanent;

import es.clave.platform.ServerClock;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Makes {@link PermanentAddress}. */
public final class PermanentAddressFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return PermanentAddress.PATH;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new PermanentAddress(session, new ServerClock());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package es.clave.registration.address;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Makes {@link RegistrationAddress}. */
public final class RegistrationAddressFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return RegistrationAddress.PATH;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RegistrationAddress(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

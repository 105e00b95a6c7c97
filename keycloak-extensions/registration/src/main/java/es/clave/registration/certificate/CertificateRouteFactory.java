package es.clave.registration.certificate;

import es.clave.registration.RegistrationRoute;
import es.clave.registration.RegistrationRouteFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the route {@code certificate}. */
public final class CertificateRouteFactory implements RegistrationRouteFactory {

    public static final String PROVIDER_ID = "certificate";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RegistrationRoute create(KeycloakSession session) {
        return new CertificateRoute(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

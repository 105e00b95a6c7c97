package es.clave.registration;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-registration-route}. */
public final class RegistrationRouteSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-registration-route";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return RegistrationRoute.class;
    }

    @Override
    public Class<? extends ProviderFactory<RegistrationRoute>> getProviderFactoryClass() {
        return RegistrationRouteFactory.class;
    }
}

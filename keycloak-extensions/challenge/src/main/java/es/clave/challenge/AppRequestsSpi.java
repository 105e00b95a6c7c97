package es.clave.challenge;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-app-requests}. */
public final class AppRequestsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-app-requests";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AppRequests.class;
    }

    @Override
    public Class<? extends ProviderFactory<AppRequests>> getProviderFactoryClass() {
        return AppRequestsFactory.class;
    }
}

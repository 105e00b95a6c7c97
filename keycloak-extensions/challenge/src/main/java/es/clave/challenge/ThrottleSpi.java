package es.clave.challenge;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-throttle}. */
public final class ThrottleSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-throttle";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Throttle.class;
    }

    @Override
    public Class<? extends ProviderFactory<Throttle>> getProviderFactoryClass() {
        return ThrottleFactory.class;
    }
}

package es.clave.registry;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-registry}. */
public final class CitizenRegistrySpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-registry";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return CitizenRegistry.class;
    }

    @Override
    public Class<? extends ProviderFactory<CitizenRegistry>> getProviderFactoryClass() {
        return CitizenRegistryFactory.class;
    }
}

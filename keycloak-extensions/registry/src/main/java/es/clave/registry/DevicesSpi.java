package es.clave.registry;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-devices}. */
public final class DevicesSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-devices";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Devices.class;
    }

    @Override
    public Class<? extends ProviderFactory<Devices>> getProviderFactoryClass() {
        return DevicesFactory.class;
    }
}

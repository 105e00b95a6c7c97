package es.clave.registry;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-civil-register}. */
public final class CivilRegisterSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-civil-register";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return CivilRegister.class;
    }

    @Override
    public Class<? extends ProviderFactory<CivilRegister>> getProviderFactoryClass() {
        return CivilRegisterFactory.class;
    }
}

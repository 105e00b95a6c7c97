package es.clave.registration.office;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-offices}. */
public final class OfficesSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-offices";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Offices.class;
    }

    @Override
    public Class<? extends ProviderFactory<Offices>> getProviderFactoryClass() {
        return OfficesFactory.class;
    }
}

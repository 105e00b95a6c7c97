package es.clave.challenge;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-codes}. */
public final class CodesSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-codes";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Codes.class;
    }

    @Override
    public Class<? extends ProviderFactory<Codes>> getProviderFactoryClass() {
        return CodesFactory.class;
    }
}

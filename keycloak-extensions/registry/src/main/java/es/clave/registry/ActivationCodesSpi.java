package es.clave.registry;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-activation-codes}. */
public final class ActivationCodesSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-activation-codes";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return ActivationCodes.class;
    }

    @Override
    public Class<? extends ProviderFactory<ActivationCodes>> getProviderFactoryClass() {
        return ActivationCodesFactory.class;
    }
}

package es.clave.platform;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-keys}. */
public final class ServerKeysSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-keys";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return ServerKeys.class;
    }

    @Override
    public Class<? extends ProviderFactory<ServerKeys>> getProviderFactoryClass() {
        return ServerKeysFactory.class;
    }
}

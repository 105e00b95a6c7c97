package es.clave.messaging;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-push}. */
public final class PushSenderSpi implements Spi {

    static final String NAME = "clave-push";

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return PushSender.class;
    }

    @Override
    public Class<? extends ProviderFactory<PushSender>> getProviderFactoryClass() {
        return PushSenderFactory.class;
    }
}

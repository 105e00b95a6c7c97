package es.clave.messaging;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-outbox}. */
public final class OutboxSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-outbox";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Outbox.class;
    }

    @Override
    public Class<? extends ProviderFactory<Outbox>> getProviderFactoryClass() {
        return OutboxFactory.class;
    }
}

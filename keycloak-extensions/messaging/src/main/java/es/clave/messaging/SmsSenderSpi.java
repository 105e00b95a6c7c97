package es.clave.messaging;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-sms}. */
public final class SmsSenderSpi implements Spi {

    static final String NAME = "clave-sms";

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
        return SmsSender.class;
    }

    @Override
    public Class<? extends ProviderFactory<SmsSender>> getProviderFactoryClass() {
        return SmsSenderFactory.class;
    }
}

package es.clave.messaging;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-email}. */
public final class EmailSenderSpi implements Spi {

    static final String NAME = "clave-email";

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
        return EmailSender.class;
    }

    @Override
    public Class<? extends ProviderFactory<EmailSender>> getProviderFactoryClass() {
        return EmailSenderFactory.class;
    }
}

package es.clave.messaging;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-letter}. */
public final class LetterSenderSpi implements Spi {

    static final String NAME = "clave-letter";

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
        return LetterSender.class;
    }

    @Override
    public Class<? extends ProviderFactory<LetterSender>> getProviderFactoryClass() {
        return LetterSenderFactory.class;
    }
}

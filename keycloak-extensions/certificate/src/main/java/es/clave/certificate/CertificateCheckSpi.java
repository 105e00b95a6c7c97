package es.clave.certificate;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-certificate}. */
public final class CertificateCheckSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-certificate";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return CertificateCheck.class;
    }

    @Override
    public Class<? extends ProviderFactory<CertificateCheck>> getProviderFactoryClass() {
        return CertificateCheckFactory.class;
    }
}

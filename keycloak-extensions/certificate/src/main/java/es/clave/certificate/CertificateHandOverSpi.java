package es.clave.certificate;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-certificate-handover}. */
public final class CertificateHandOverSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-certificate-handover";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return CertificateHandOver.class;
    }

    @Override
    public Class<? extends ProviderFactory<CertificateHandOver>> getProviderFactoryClass() {
        return CertificateHandOverFactory.class;
    }
}

package es.clave.registry.audit;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code clave-audit}. */
public final class AuditLogSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "clave-audit";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AuditLog.class;
    }

    @Override
    public Class<? extends ProviderFactory<AuditLog>> getProviderFactoryClass() {
        return AuditLogFactory.class;
    }
}

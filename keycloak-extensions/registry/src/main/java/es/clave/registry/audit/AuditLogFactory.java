package es.clave.registry.audit;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link AuditLog}. */
public interface AuditLogFactory extends ProviderFactory<AuditLog> {}

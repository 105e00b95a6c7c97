package es.clave.registry;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link CitizenRegistry}. */
public interface CitizenRegistryFactory extends ProviderFactory<CitizenRegistry> {}

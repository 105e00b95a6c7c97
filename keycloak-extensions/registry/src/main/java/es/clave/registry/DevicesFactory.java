package es.clave.registry;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link Devices}. */
public interface DevicesFactory extends ProviderFactory<Devices> {}

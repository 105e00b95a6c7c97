package es.clave.platform;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link ServerKeys}. */
public interface ServerKeysFactory extends ProviderFactory<ServerKeys> {}

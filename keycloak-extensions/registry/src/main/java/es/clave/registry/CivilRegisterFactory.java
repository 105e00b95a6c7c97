package es.clave.registry;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link CivilRegister}. */
public interface CivilRegisterFactory extends ProviderFactory<CivilRegister> {}

package es.clave.registry;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link ActivationCodes}. */
public interface ActivationCodesFactory extends ProviderFactory<ActivationCodes> {}

package es.clave.challenge;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link Codes}. */
public interface CodesFactory extends ProviderFactory<Codes> {}

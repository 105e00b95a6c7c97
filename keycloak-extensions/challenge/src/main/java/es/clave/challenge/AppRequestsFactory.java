package es.clave.challenge;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link AppRequests}. */
public interface AppRequestsFactory extends ProviderFactory<AppRequests> {}

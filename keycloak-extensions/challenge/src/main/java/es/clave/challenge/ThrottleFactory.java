package es.clave.challenge;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link Throttle}. */
public interface ThrottleFactory extends ProviderFactory<Throttle> {}

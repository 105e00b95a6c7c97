package es.clave.registration;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link RegistrationRoute}. Every factory that the server has adds its route to those offered. */
public interface RegistrationRouteFactory extends ProviderFactory<RegistrationRoute> {}

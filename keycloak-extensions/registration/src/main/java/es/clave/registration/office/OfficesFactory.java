package es.clave.registration.office;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link Offices}. */
public interface OfficesFactory extends ProviderFactory<Offices> {}

package es.clave.challenge;

import org.keycloak.provider.ProviderEvent;

/**
 * A request that the app does not know of yet waits for it; published to the session factory, also where it is nobody's.
 * Whoever listens takes no time, for the answer to the browser waits for it.
 */
public record AppAsked(AppRequest request) implements ProviderEvent {}

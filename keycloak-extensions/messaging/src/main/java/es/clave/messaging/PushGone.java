package es.clave.messaging;

import org.keycloak.provider.ProviderEvent;

/**
 * The push service knows a device no more: nothing is to be sent there until it subscribes anew. Published to the session
 * factory, outside any transaction.
 */
public record PushGone(String realmId, String deviceId) implements ProviderEvent {}

package es.clave.messaging;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link Outbox}es. */
public interface OutboxFactory extends ProviderFactory<Outbox> {}

package es.clave.messaging;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link PushSender}s. */
public interface PushSenderFactory extends ProviderFactory<PushSender> {}

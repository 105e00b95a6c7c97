package es.clave.messaging;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link EmailSender}s. */
public interface EmailSenderFactory extends ProviderFactory<EmailSender> {}

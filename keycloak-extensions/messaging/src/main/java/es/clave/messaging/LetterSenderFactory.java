package es.clave.messaging;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link LetterSender}s. */
public interface LetterSenderFactory extends ProviderFactory<LetterSender> {}

package es.clave.messaging;

import org.keycloak.provider.Provider;

/** Carries e-mail. */
public interface EmailSender extends Provider {

    /** Hands a mail to a mail server. Does not throw for what the server answers or for its silence. */
    SendResult send(Email email, Attempt attempt);
}

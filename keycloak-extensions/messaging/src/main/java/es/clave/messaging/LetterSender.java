package es.clave.messaging;

import org.keycloak.provider.Provider;

/** Carries letters to whoever prints and posts them. */
public interface LetterSender extends Provider {

    /**
     * Hands a letter over. One that was handed over already, at an attempt that nobody heard of any more, is accepted and
     * not handed over again. Does not throw for what may go wrong on the way.
     */
    SendResult send(Letter letter, Attempt attempt);
}

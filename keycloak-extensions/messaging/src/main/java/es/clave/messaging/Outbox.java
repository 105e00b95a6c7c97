package es.clave.messaging;

import java.time.Instant;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * Where messages wait to be sent. A message is written in the session's transaction and leaves within moments of its
 * commit; if the transaction rolls back it was never there.
 */
public interface Outbox extends Provider {

    /** What a gateway's report changed. */
    enum Reported {
        /** The message's state follows the report from now on. */
        RECORDED,
        /** The message's fate was known already; nothing changed. */
        ALREADY_FINAL,
        /** No message has this reference: never, not yet, or not any more. */
        UNKNOWN
    }

    /** Sends a message once the transaction commits: an {@link Sms}, an {@link Email}, a {@link Letter}, a {@link Push}. */
    void send(RealmModel realm, Message message);

    /**
     * Does all the work of sending an SMS and sends nothing, so that who watches the clock or the database cannot tell the
     * two apart.
     *
     * @param text what would have been sent
     * @throws IllegalArgumentException as {@link Sms} does
     */
    void pretend(RealmModel realm, String text, Instant usefulUntil);

    /**
     * The gateway reports that a message it accepted has reached the telephone.
     *
     * @param reference the one it gave when it accepted the message
     */
    Reported delivered(String reference);

    /**
     * The gateway reports that a message it accepted will not arrive.
     *
     * @param reference the one it gave when it accepted the message
     * @param reason names no person
     */
    Reported undelivered(String reference, String reason);

    /**
     * The print shop reports that a letter is in the post.
     *
     * @param reference the letter's
     */
    Reported posted(String reference);

    /**
     * The print shop reports that a letter will not be posted.
     *
     * @param reference the letter's
     * @param reason names no person
     */
    Reported notPosted(String reference, String reason);
}

package es.clave.messaging;

import java.time.Instant;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * Where messages wait to be sent. A message is written in the session's transaction and leaves within moments of its
 * commit; if the transaction rolls back it was never there.
 */
public interface Outbox extends Provider {

    /** Sends a message once the transaction commits. */
    void send(RealmModel realm, Sms sms);

    /**
     * Does all the work of {@link #send} and sends nothing, so that who watches the clock or the database cannot tell the
     * two apart.
     *
     * @param text what would have been sent
     */
    void pretend(RealmModel realm, String text, Instant usefulUntil);
}

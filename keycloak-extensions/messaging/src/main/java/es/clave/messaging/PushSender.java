package es.clave.messaging;

import java.util.Optional;
import org.keycloak.provider.Provider;

/** Who wakes apps. */
public interface PushSender extends Provider {

    /** Hands a message to the push service. Does not throw for what that answers or for its silence. */
    SendResult send(Push push, Attempt attempt);

    /**
     * The key that apps subscribe with (VAPID, RFC 8292): an uncompressed point, base64url without padding. Empty where
     * apps ask by themselves.
     */
    Optional<String> applicationServerKey();
}

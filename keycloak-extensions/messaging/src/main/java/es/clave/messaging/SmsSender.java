package es.clave.messaging;

import org.keycloak.provider.Provider;

/** A gateway for text messages. */
public interface SmsSender extends Provider {

    /** Hands a message to the gateway. Does not throw for what the gateway answers or for its silence. */
    SendResult send(Sms sms);

    /** The same, for a gateway that knows a message that it has already. */
    default SendResult send(Sms sms, Attempt attempt) {
        return send(sms);
    }
}

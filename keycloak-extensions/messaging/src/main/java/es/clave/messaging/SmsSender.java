package es.clave.messaging;

import org.keycloak.provider.Provider;

/** A gateway for text messages. */
public interface SmsSender extends Provider {

    /** What became of a message. */
    sealed interface Result {

        /**
         * The gateway took it.
         *
         * @param reference the gateway's own, by which it reports later; empty if it does not
         */
        record Accepted(String reference) implements Result {}

        /** Not now: worth trying again. The reason names no person. */
        record Retry(String reason) implements Result {}

        /** Not this message, nor any like it, until an operator does something. The reason names no person. */
        record GiveUp(String reason) implements Result {}

        /** Nothing reaches this number. */
        record BadNumber(String reason) implements Result {}
    }

    /** Hands a message to the gateway. Does not throw for what the gateway answers or for its silence. */
    Result send(Sms sms);
}

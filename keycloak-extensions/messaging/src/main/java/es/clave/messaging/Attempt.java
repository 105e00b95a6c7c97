package es.clave.messaging;

/**
 * One attempt to send a message.
 *
 * @param realmId the realm that sends
 * @param messageId the message's own, the same at every attempt
 * @param number from 1
 */
public record Attempt(String realmId, String messageId, int number) {

    /** Whether an earlier attempt may have succeeded without anybody having heard of it. */
    public boolean mayBeKnown() {
        return number > 1;
    }
}

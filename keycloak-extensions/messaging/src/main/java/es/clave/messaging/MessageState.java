package es.clave.messaging;

/** What has become of a message. All but {@link #PENDING} are final: nothing will be sent any more. */
enum MessageState {
    /** Waits for its first or its next attempt. */
    PENDING,
    /** The gateway took it. */
    SENT,
    /** The gateway reported that it reached the telephone. */
    DELIVERED,
    /** The gateway refused it for good, or reported that it did not arrive. */
    FAILED,
    /** It ceased to be useful before the gateway took it. */
    EXPIRED
}

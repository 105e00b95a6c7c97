package es.clave.messaging;

/** What became of an attempt to send a message. Reasons are few and name no person: they become tags of a meter. */
public sealed interface SendResult {

    /**
     * The gateway took it.
     *
     * @param reference the gateway's own, by which it reports later; empty if it does not
     */
    record Accepted(String reference) implements SendResult {}

    /** Not now: worth trying again. */
    record Retry(String reason) implements SendResult {}

    /** Not this message, nor any like it, until an operator does something. */
    record GiveUp(String reason) implements SendResult {}

    /** Nothing reaches this number or address. */
    record Unreachable(String reason) implements SendResult {}
}

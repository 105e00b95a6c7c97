package es.clave.messaging;

/** Whoever carries messages of any kind. */
interface Gateway {

    SendResult send(Message message, Attempt attempt);
}

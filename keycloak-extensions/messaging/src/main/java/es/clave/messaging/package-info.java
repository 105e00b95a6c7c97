/**
 * Messages to citizens: written in the transaction that wants them sent, sent after it commits, tried again while they
 * are still of use.
 */
package es.clave.messaging;

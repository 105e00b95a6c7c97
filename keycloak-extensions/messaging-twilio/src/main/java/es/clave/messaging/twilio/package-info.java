/** Text messages through Twilio, and what Twilio reports about them. */
package es.clave.messaging.twilio;

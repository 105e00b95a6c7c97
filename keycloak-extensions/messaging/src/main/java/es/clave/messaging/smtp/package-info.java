/** E-mail by the mail server that is set in the realm, as Keycloak's own mails go. */
package es.clave.messaging.smtp;

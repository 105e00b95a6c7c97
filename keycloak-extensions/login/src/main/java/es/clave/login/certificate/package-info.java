/** Logging in by an electronic certificate, registered or not. */
package es.clave.login.certificate;

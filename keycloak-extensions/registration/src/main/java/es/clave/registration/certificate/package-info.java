/** Registering by an electronic certificate, which must name the person who was identified. */
package es.clave.registration.certificate;

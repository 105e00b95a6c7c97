/**
 * Becoming registered in Cl@ve. The start, the contact data, the conditions and the receipt are the same for everybody;
 * between them lies one {@link es.clave.registration.RegistrationRoute}, which proves who the citizen is.
 */
package es.clave.registration;

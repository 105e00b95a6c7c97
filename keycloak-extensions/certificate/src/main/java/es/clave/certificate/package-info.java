/**
 * Electronic certificates: whose one is, whether it may be believed, and how the browser shows one on the address that asks
 * for it and comes back.
 */
package es.clave.certificate;

/** The way of a browser to the address that asks for its certificate, and back. */
package es.clave.certificate.handover;

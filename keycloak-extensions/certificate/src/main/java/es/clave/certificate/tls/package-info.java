/** The TLS connection: which certificates a browser may show, and who else in the server gets to see them. */
package es.clave.certificate.tls;

/** An issuer of certificates that nobody but the demo and the tests believes; it answers OCSP, and lies when told to. */
package es.clave.demo.authority;

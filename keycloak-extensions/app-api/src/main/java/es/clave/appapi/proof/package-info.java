/** Who calls: every call is signed by the key of a device (RFC 9449). */
package es.clave.appapi.proof;

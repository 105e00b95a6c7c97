/** A town hall that logs citizens in with OpenID Connect: authorization code, PKCE, everything verified. */
package es.clave.demo.townhall;

/** The claims of OpenID Connect. */
package es.clave.relyingparty.oidc;

/** What agencies are told of a login and of the citizen behind it; {@code oidc} and {@code saml} say it in their way. */
package es.clave.relyingparty;

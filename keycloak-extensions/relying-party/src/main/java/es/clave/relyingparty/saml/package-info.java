/** The attributes and the authentication statement of SAML 2.0. */
package es.clave.relyingparty.saml;

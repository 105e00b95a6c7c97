/**
 * Reads what agencies send: text to XML, XML to what was signed, what was signed to what is meant. Knows nothing of
 * Keycloak, so that it can be attacked by itself.
 */
package es.clave.relyingparty.clave2.request;

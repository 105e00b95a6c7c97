/**
 * Cl@ve 2: the SAML dialect that the applications of agencies already speak, as a login protocol of its own beside
 * Keycloak's. What it is: docs/agencies/clave2.md.
 */
package es.clave.relyingparty.clave2;

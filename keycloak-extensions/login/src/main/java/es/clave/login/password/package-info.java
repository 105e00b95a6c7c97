/** What a password must be, beside its length: Keycloak's password policies of our own, and how hard it is to guess. */
package es.clave.login.password;

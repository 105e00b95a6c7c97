/** The citizen registry in Keycloak's database and in its transaction. */
package es.clave.registry.jpa;

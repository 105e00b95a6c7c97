/** What operators see of the citizens, in the Keycloak console and over its REST API. */
package es.clave.admin;

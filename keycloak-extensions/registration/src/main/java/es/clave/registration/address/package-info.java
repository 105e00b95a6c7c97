/** Addresses of the registration's own, besides the pages of Keycloak's registration flow. */
package es.clave.registration.address;

/** How a phone comes to speak for a citizen. */
package es.clave.appapi.activation;

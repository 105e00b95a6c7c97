/** How long what is known of people who left is kept. */
package es.clave.registration.retention;

/** The registrar's desk: the page by which officers register, change and end registrations of people who stand before them. */
package es.clave.registration.desk;

/** APP Cl@ve, as files that any web server can hand out. */
package es.clave.app;

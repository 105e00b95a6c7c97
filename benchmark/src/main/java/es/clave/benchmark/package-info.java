/** What can be measured of a running server, and only by measuring. */
package es.clave.benchmark;

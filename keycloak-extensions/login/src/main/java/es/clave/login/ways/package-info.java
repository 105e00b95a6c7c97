/** Choosing how to log in, and going from one way to another without losing anything. */
package es.clave.login.ways;

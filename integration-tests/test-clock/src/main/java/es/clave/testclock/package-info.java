/** Moves the clock of a server under test. It has no authentication: it must never reach a server that is not one. */
package es.clave.testclock;

/**
 * The route by letter: a code is sent to the fiscal address, and comes back from there. Nothing here asks whether the person
 * is registered before the code has come back.
 */
package es.clave.registration.letter;

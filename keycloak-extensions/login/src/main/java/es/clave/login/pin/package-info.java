/** Cl@ve PIN: a code of minutes, sent to the phone of who shows a document. */
package es.clave.login.pin;

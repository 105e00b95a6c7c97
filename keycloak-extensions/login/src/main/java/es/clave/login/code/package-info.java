/** The code that is sent by SMS and typed: all of a way to log in, or the step that makes it stronger. */
package es.clave.login.code;

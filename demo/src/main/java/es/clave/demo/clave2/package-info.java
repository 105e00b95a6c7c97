/**
 * An application of an agency as Cl@ve 2 knows it, written from the protocol's description with OpenSAML: the messages it
 * sends, and what it checks before it believes an answer. Shares no code with the server.
 */
package es.clave.demo.clave2;

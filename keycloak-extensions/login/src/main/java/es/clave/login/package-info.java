/**
 * The ways to prove who one is. {@code level} decides which level an agency asks for and whether it was reached;
 * {@code ways} lets citizens choose; each way to log in is a package of its own.
 */
package es.clave.login;

/** Cl@ve Permanente: a password, with a code by SMS on top where an agency asks for more. */
package es.clave.login.permanent;

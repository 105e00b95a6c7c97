/** Which level an agency asks for, whether an earlier login will do, whether this one reached it. */
package es.clave.login.level;

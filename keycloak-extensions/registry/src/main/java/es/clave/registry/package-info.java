/**
 * Who is registered, at which level and by which acts; and the civil register that says who a person is.
 */
package es.clave.registry;

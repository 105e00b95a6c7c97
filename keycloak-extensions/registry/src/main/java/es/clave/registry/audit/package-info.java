/** The log of every registration act and look-up: only ever added to, each entry bound to the one before. */
package es.clave.registry.audit;

/** Makes the realm's import files from its pieces, at build time. */
package es.clave.realm;

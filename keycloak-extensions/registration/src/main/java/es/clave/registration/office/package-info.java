/** The offices where citizens register in person: where they are, when they are open, and appointments at them. */
package es.clave.registration.office;

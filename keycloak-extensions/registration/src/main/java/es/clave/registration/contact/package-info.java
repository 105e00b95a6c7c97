/** The mobile and the e-mail address of who registers, and the proof of having the mobile. */
package es.clave.registration.contact;

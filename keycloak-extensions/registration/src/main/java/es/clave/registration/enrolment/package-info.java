/** The end of every route: the act of registering, the messages that tell of it, the receipt. */
package es.clave.registration.enrolment;

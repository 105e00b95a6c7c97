/** The citizen's phone of the demo: shows the messages that the development outbox keeps in a file. */
package es.clave.demo.phone;

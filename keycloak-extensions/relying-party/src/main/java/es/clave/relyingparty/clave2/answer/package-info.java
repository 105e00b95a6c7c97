/** Makes what agencies are sent: the documents, signed and, where the agency wants it, encrypted. */
package es.clave.relyingparty.clave2.answer;

/** What citizens get on paper: the invitation letter and the registration receipt, as PDF, in their language. */
package es.clave.documents;

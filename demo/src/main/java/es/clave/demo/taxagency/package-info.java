/** A tax agency that logs citizens in with SAML 2.0: signed requests, answers of which only what was signed is read. */
package es.clave.demo.taxagency;

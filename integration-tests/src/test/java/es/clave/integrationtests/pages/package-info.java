/** The pages as people see them: what they can read, fill in and press. */
package es.clave.integrationtests.pages;

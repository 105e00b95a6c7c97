/** Mi Cl@ve, through its front door. */
package es.clave.integrationtests.account;

/** Mi Cl@ve: what citizens see of their own registration, and change of it. */
package es.clave.registration.account;

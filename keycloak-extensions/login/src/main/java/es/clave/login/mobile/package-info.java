/** Cl@ve Móvil: the app confirms what a page shows, by a QR or by digits that are typed into it. */
package es.clave.login.mobile;

/** Pages of ours that are not part of a login: they want one, and come back from it. */
package es.clave.platform.pages;

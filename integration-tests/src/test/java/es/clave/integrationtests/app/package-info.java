/** What the app's API does, seen from a device. */
package es.clave.integrationtests.app;

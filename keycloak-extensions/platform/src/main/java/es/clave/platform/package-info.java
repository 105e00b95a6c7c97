/** What every other extension stands on: the clock, and the keys derived from the server's secret. */
package es.clave.platform;

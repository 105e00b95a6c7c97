/**
 * What every other extension stands on: the clock, the keys derived from the server's secret, and what all steps that
 * citizens go through share: typed fields, settings, the typed document, the source of a request.
 */
package es.clave.platform;

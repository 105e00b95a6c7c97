/**
 * Examines agencies: plays an identity provider that gives good answers and bad ones, and a browser that brings them, and
 * tells which an agency took. A protocol is an {@link es.clave.demo.conformance.Examination}.
 */
package es.clave.demo.conformance;

/**
 * The check of certificates that stands on a folder of trusted issuers: path, time, key usage, kind, holder, revocation.
 */
package es.clave.certificate.pkix;

/** Passkeys (WebAuthn): logging in by one, and adding one to those of a citizen who is logged in. */
package es.clave.login.passkey;

/**
 * What the app on the citizen's phone talks to. {@code openapi.yaml} is the contract; the resource answers to it, and hands
 * every call to who knows the matter.
 */
package es.clave.appapi;

/** What waits for the citizen's answer, the answers, and the evidence of them. */
package es.clave.appapi.request;

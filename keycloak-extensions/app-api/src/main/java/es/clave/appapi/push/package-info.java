/** Waking the citizen's devices, and forgetting where they are reached no more. */
package es.clave.appapi.push;

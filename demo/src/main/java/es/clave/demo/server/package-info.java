/** Runs Cl@ve's server as a process of its own: what the demo and the integration tests have in common. */
package es.clave.demo.server;

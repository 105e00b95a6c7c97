/** The demo: starts Cl@ve with two agencies and a phone around it, on this machine only. */
package es.clave.demo;

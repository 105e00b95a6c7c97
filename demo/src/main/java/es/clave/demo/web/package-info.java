/** As much of a web framework as two agencies and a phone need, on the JDK's own HTTP server. */
package es.clave.demo.web;

/** A little system whose arrows point the wrong way: the proof that the architecture test can fail. */
package es.clave.integrationtests.architecture.wrong;

package es.clave.integrationtests.architecture.wrong.demo;

/** What stands around the server. */
public record Stage() {}

package es.clave.integrationtests.architecture.wrong.admin;

import es.clave.integrationtests.architecture.wrong.challenge.UsesTheDemo;

/** An arrow as it should be. */
public record Right(UsesTheDemo challenge) {}

package es.clave.integrationtests.architecture.wrong.challenge;

import es.clave.integrationtests.architecture.wrong.demo.Stage;

/** A module uses what stands around the server. */
public record UsesTheDemo(Stage stage) {}

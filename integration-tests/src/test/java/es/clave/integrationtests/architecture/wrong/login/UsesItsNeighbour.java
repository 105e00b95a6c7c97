package es.clave.integrationtests.architecture.wrong.login;

import es.clave.integrationtests.architecture.wrong.admin.Right;

/** One of the rightmost modules uses another. */
record UsesItsNeighbour(Right right) {}

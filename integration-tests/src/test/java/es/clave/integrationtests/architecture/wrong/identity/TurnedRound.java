package es.clave.integrationtests.architecture.wrong.identity;

import es.clave.integrationtests.architecture.wrong.admin.Right;

/** The leftmost module uses one of the rightmost. */
record TurnedRound(Right right) {}

package es.clave.registry.jpa;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Work that commits on its own, whatever becomes of the request around it. */
@FunctionalInterface
interface OwnTransaction {

    <T> T run(Function<EntityManager, T> work);
}

package es.clave.messaging;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Database transactions apart from any request's. */
interface Transactions {

    /** Does the work in a new transaction, which is committed when this returns and rolled back when it throws. */
    <T> T run(Function<EntityManager, T> work);
}

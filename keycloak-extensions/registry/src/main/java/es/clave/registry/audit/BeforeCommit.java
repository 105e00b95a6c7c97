package es.clave.registry.audit;

import org.keycloak.models.AbstractKeycloakTransaction;

/** Something to do at the end of a transaction, in it. */
final class BeforeCommit extends AbstractKeycloakTransaction {

    private final Runnable task;

    BeforeCommit(Runnable task) {
        this.task = task;
    }

    @Override
    protected void commitImpl() {
        task.run();
    }

    @Override
    protected void rollbackImpl() {}
}

package es.clave.registry.audit;

import org.keycloak.models.AbstractKeycloakTransaction;

/** Something to do when a transaction commits, and not when it rolls back. */
final class OnCommit extends AbstractKeycloakTransaction {

    private final Runnable task;

    OnCommit(Runnable task) {
        this.task = task;
    }

    @Override
    protected void commitImpl() {
        task.run();
    }

    @Override
    protected void rollbackImpl() {}
}

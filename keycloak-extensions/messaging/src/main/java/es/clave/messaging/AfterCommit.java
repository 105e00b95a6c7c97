package es.clave.messaging;

import org.keycloak.models.AbstractKeycloakTransaction;

/** Something to do once everything else has been committed. */
final class AfterCommit extends AbstractKeycloakTransaction {

    private final Runnable task;

    AfterCommit(Runnable task) {
        this.task = task;
    }

    @Override
    protected void commitImpl() {
        task.run();
    }

    @Override
    protected void rollbackImpl() {}
}

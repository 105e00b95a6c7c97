package es.clave.messaging;

import es.clave.identity.MobileNumber;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;

/** The outbox in Keycloak's database, in the session's own transaction. */
final class JpaOutbox implements Outbox {

    private final EntityManager em;
    private final KeycloakTransactionManager transaction;
    private final MessageSeal seal;
    private final Consumer<String> afterCommit;
    private final Clock clock;

    /** @param afterCommit takes the id of a message that has been committed */
    JpaOutbox(
            EntityManager em,
            KeycloakTransactionManager transaction,
            MessageSeal seal,
            Consumer<String> afterCommit,
            Clock clock) {
        this.em = em;
        this.transaction = transaction;
        this.seal = seal;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    @Override
    public void send(RealmModel realm, Sms sms) {
        put(realm, Optional.of(sms.to()), sms.text(), sms.usefulUntil());
    }

    @Override
    public void pretend(RealmModel realm, String text, Instant usefulUntil) {
        put(realm, Optional.empty(), Sms.checked(text), usefulUntil);
    }

    private void put(RealmModel realm, Optional<MobileNumber> to, String text, Instant usefulUntil) {
        String id = UUID.randomUUID().toString();
        String sealed = seal.close(id, new Envelope(to, text));
        em.persist(new OutboxMessage(id, realm.getId(), sealed, clock.instant(), usefulUntil));
        transaction.enlistAfterCompletion(new AfterCommit(() -> afterCommit.accept(id)));
    }

    @Override
    public Reported delivered(String reference) {
        return new OutboxTable(em).report(reference, MessageState.DELIVERED, clock.instant(), Optional.empty());
    }

    @Override
    public Reported undelivered(String reference, String reason) {
        return new OutboxTable(em).report(reference, MessageState.FAILED, clock.instant(), Optional.of(reason));
    }

    @Override
    public void close() {}
}

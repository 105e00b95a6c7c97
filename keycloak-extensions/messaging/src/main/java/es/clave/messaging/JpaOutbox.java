package es.clave.messaging;

import es.clave.identity.MobileNumber;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.RealmModel;

/** The outbox in Keycloak's database, in the session's own transaction. */
final class JpaOutbox implements Outbox {

    private final EntityManager em;
    private final Consumer<KeycloakTransaction> enlist;
    private final MessageSeal seal;
    private final Consumer<String> afterCommit;
    private final OutboxMetrics metrics;
    private final Clock clock;

    /**
     * @param enlist takes what is to be done after the transaction
     * @param afterCommit takes the id of a message that has been committed
     */
    JpaOutbox(
            EntityManager em,
            Consumer<KeycloakTransaction> enlist,
            MessageSeal seal,
            Consumer<String> afterCommit,
            OutboxMetrics metrics,
            Clock clock) {
        this.em = em;
        this.enlist = enlist;
        this.seal = seal;
        this.afterCommit = afterCommit;
        this.metrics = metrics;
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
        enlist.accept(new AfterCommit(() -> afterCommit.accept(id)));
    }

    @Override
    public Reported delivered(String reference) {
        Reported reported =
                new OutboxTable(em).report(reference, MessageState.DELIVERED, clock.instant(), Optional.empty());
        if (reported == Reported.RECORDED) {
            metrics.delivered();
        }
        return reported;
    }

    @Override
    public Reported undelivered(String reference, String reason) {
        Reported reported =
                new OutboxTable(em).report(reference, MessageState.FAILED, clock.instant(), Optional.of(reason));
        if (reported == Reported.RECORDED) {
            metrics.count(OutboxMetrics.Outcome.UNDELIVERED, reason);
        }
        return reported;
    }

    @Override
    public void close() {}
}

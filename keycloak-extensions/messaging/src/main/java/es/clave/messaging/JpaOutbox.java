package es.clave.messaging;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.RealmModel;

/** The outbox in Keycloak's database, in the session's own transaction. */
final class JpaOutbox implements Outbox {

    private final EntityManager em;
    private final Consumer<KeycloakTransaction> enlist;
    private final MessageSeal seal;
    private final BiConsumer<Channel, String> afterCommit;
    private final OutboxMetrics metrics;
    private final Clock clock;

    /**
     * @param enlist takes what is to be done after the transaction
     * @param afterCommit takes channel and id of a message that has been committed
     */
    JpaOutbox(
            EntityManager em,
            Consumer<KeycloakTransaction> enlist,
            MessageSeal seal,
            BiConsumer<Channel, String> afterCommit,
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
    public void send(RealmModel realm, Message message) {
        put(realm, Envelope.of(message), message.usefulUntil());
    }

    @Override
    public void pretend(RealmModel realm, String text, Instant usefulUntil) {
        put(realm, new Envelope.OfSms(Optional.empty(), Sms.checked(text)), usefulUntil);
    }

    private void put(RealmModel realm, Envelope envelope, Instant usefulUntil) {
        String id = UUID.randomUUID().toString();
        Channel channel = envelope.channel();
        String sealed = seal.close(id, envelope);
        em.persist(new OutboxMessage(id, realm.getId(), channel, sealed, clock.instant(), usefulUntil));
        enlist.accept(new AfterCommit(() -> afterCommit.accept(channel, id)));
    }

    @Override
    public Reported delivered(String reference) {
        return arrived(Channel.SMS, reference);
    }

    @Override
    public Reported undelivered(String reference, String reason) {
        return lost(Channel.SMS, reference, reason);
    }

    @Override
    public Reported posted(String reference) {
        return arrived(Channel.LETTER, reference);
    }

    @Override
    public Reported notPosted(String reference, String reason) {
        return lost(Channel.LETTER, reference, reason);
    }

    private Reported arrived(Channel channel, String reference) {
        Reported reported = new OutboxTable(em)
                .report(channel, reference, MessageState.DELIVERED, clock.instant(), Optional.empty());
        if (reported == Reported.RECORDED) {
            metrics.delivered(channel);
        }
        return reported;
    }

    private Reported lost(Channel channel, String reference, String reason) {
        Reported reported = new OutboxTable(em)
                .report(channel, reference, MessageState.FAILED, clock.instant(), Optional.of(reason));
        if (reported == Reported.RECORDED) {
            metrics.count(channel, OutboxMetrics.Outcome.UNDELIVERED, reason);
        }
        return reported;
    }

    @Override
    public void close() {}
}

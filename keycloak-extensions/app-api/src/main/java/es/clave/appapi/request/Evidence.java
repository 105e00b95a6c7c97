package es.clave.appapi.request;

import es.clave.challenge.AppRequest;
import es.clave.registry.Device;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The answers of devices, in {@code CLAVE_APP_ANSWER}. */
final class Evidence {

    /** How many answers a page of the history has. */
    static final int PAGE = 50;

    private final EntityManager entities;
    private final Consumer<Consumer<EntityManager>> ownTransaction;
    private final Clock clock;

    /** @param ownTransaction does something in another transaction and commits that */
    Evidence(EntityManager entities, Consumer<Consumer<EntityManager>> ownTransaction, Clock clock) {
        this.entities = entities;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /**
     * Keeps an answer, for good and before anything follows from it: no login without its evidence.
     *
     * @return its id
     */
    String keep(AppRequest request, Device device, SignedAnswer answer) {
        AnswerEntity row = new AnswerEntity(UUID.randomUUID().toString(), request, device, answer, clock.instant());
        ownTransaction.accept(own -> own.persist(row));
        return row.id();
    }

    /** Keeps what became of an answer. */
    void became(String answerId, KeptAnswer.Outcome outcome) {
        entities.createQuery("update AnswerEntity answer set answer.outcome = :outcome where answer.id = :id")
                .setParameter("outcome", outcome.name())
                .setParameter("id", answerId)
                .executeUpdate();
    }

    /** What the devices of this user answered before this time, the latest first. */
    List<KeptAnswer> history(String realmId, String userId, Optional<Instant> before) {
        return entities.createQuery(
                        "select answer from AnswerEntity answer where answer.realmId = :realmId"
                                + " and answer.userId = :userId and answer.at < :before"
                                + " and answer.outcome in (:confirmed, :rejected)"
                                + " order by answer.at desc, answer.id",
                        AnswerEntity.class)
                .setParameter("realmId", realmId)
                .setParameter("userId", userId)
                .setParameter("before", before.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE))
                .setParameter("confirmed", KeptAnswer.Outcome.CONFIRMED.name())
                .setParameter("rejected", KeptAnswer.Outcome.REJECTED.name())
                .setMaxResults(PAGE)
                .getResultStream()
                .map(AnswerEntity::toKept)
                .toList();
    }

    void forgetUser(String userId) {
        entities.createQuery("delete from AnswerEntity answer where answer.userId = :userId")
                .setParameter("userId", userId)
                .executeUpdate();
    }

    void forgetRealm(String realmId) {
        entities.createQuery("delete from AnswerEntity answer where answer.realmId = :realmId")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}

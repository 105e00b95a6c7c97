package es.clave.messaging;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements on the outbox. What several nodes may do at once is decided by one conditional update each. */
final class OutboxTable {

    /** A message that this caller alone may send, until its lease ends. */
    record Claim(
            String id,
            String realmId,
            Channel channel,
            int attempt,
            String sealed,
            Instant createdAt,
            Instant usefulUntil) {

        @Override
        public String toString() {
            return "Claim[id=" + id + ", attempt=" + attempt + "]";
        }
    }

    /** How much waits, and since when. */
    record Backlog(long messages, Instant oldest) {}

    private static final int REASON_LENGTH = 255;

    private final EntityManager em;

    OutboxTable(EntityManager em) {
        this.em = em;
    }

    /** Takes the message if it is due and nobody else has it. */
    Optional<Claim> claim(String id, Instant now, Instant leaseEnd) {
        List<Object[]> found = em.createQuery(
                        "select m.nextAttemptAt, m.attempts, m.sealed, m.createdAt, m.usefulUntil, m.realmId, m.channel,"
                                + " m.sealedLong from OutboxMessage m where m.id = :id and m.nextAttemptAt <= :now",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("now", now.toEpochMilli())
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = found.get(0);
        int attempts = (Integer) row[1];
        Channel channel = (Channel) row[6];
        int claimed = em.createQuery("update OutboxMessage m set m.nextAttemptAt = :leaseEnd, m.attempts = :attempt"
                        + " where m.id = :id and m.nextAttemptAt = :seen and m.attempts = :attempts")
                .setParameter("leaseEnd", leaseEnd.toEpochMilli())
                .setParameter("attempt", attempts + 1)
                .setParameter("id", id)
                .setParameter("seen", row[0])
                .setParameter("attempts", attempts)
                .executeUpdate();
        return claimed == 0
                ? Optional.empty()
                : Optional.of(new Claim(
                        id,
                        (String) row[5],
                        channel,
                        attempts + 1,
                        (String) (channel == Channel.SMS ? row[2] : row[7]),
                        Instant.ofEpochMilli((Long) row[3]),
                        Instant.ofEpochMilli((Long) row[4])));
    }

    /** The ids of messages of these channels whose time has come, longest waiting first. */
    List<String> due(Set<Channel> channels, Instant now, int limit) {
        return em.createQuery(
                        "select m.id from OutboxMessage m where m.nextAttemptAt <= :now and m.channel in :channels"
                                + " order by m.nextAttemptAt",
                        String.class)
                .setParameter("channels", channels)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList();
    }

    /** The gateway has it. True even of a claim whose lease has ended meanwhile: it must not be sent again. */
    boolean sent(Claim claim, Instant now, String reference) {
        return em.createQuery(
                                "update OutboxMessage m set m.state = :state, m.finalAt = :now, m.reference = :reference, m.reason = null,"
                                        + " m.sealed = null, m.sealedLong = null, m.nextAttemptAt = null where m.id = :id and m.state = :pending")
                        .setParameter("state", MessageState.SENT)
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("reference", reference.isEmpty() ? null : reference)
                        .setParameter("id", claim.id())
                        .setParameter("pending", MessageState.PENDING)
                        .executeUpdate()
                == 1;
    }

    /** Ends a message that was not sent. */
    boolean end(Claim claim, MessageState state, Instant now, String reason) {
        return em.createQuery("update OutboxMessage m set m.state = :state, m.finalAt = :now, m.reason = :reason,"
                                + " m.sealed = null, m.sealedLong = null, m.nextAttemptAt = null"
                                + " where m.id = :id and m.state = :pending and m.attempts = :attempt")
                        .setParameter("state", state)
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("reason", shortened(reason))
                        .setParameter("id", claim.id())
                        .setParameter("pending", MessageState.PENDING)
                        .setParameter("attempt", claim.attempt())
                        .executeUpdate()
                == 1;
    }

    /** Puts a message back, to be tried again. */
    boolean postpone(Claim claim, Instant nextAttempt, String reason) {
        return em.createQuery("update OutboxMessage m set m.nextAttemptAt = :next, m.reason = :reason"
                                + " where m.id = :id and m.state = :pending and m.attempts = :attempt")
                        .setParameter("next", nextAttempt.toEpochMilli())
                        .setParameter("reason", shortened(reason))
                        .setParameter("id", claim.id())
                        .setParameter("pending", MessageState.PENDING)
                        .setParameter("attempt", claim.attempt())
                        .executeUpdate()
                == 1;
    }

    /** Takes away a message that was never meant to be sent. */
    boolean remove(Claim claim) {
        return em.createQuery("delete from OutboxMessage m where m.id = :id")
                        .setParameter("id", claim.id())
                        .executeUpdate()
                == 1;
    }

    /** Follows the gateway's report on a message that it took. */
    Outbox.Reported report(
            Channel channel, String reference, MessageState state, Instant now, Optional<String> reason) {
        int changed = em.createQuery("update OutboxMessage m set m.state = :state, m.finalAt = :now, m.reason = :reason"
                        + " where m.reference = :reference and m.channel = :channel and m.state = :sent")
                .setParameter("state", state)
                .setParameter("now", now.toEpochMilli())
                .setParameter("reason", reason.map(OutboxTable::shortened).orElse(null))
                .setParameter("reference", reference)
                .setParameter("channel", channel)
                .setParameter("sent", MessageState.SENT)
                .executeUpdate();
        if (changed > 0) {
            return Outbox.Reported.RECORDED;
        }
        long known = em.createQuery(
                        "select count(m) from OutboxMessage m where m.reference = :reference and m.channel = :channel",
                        Long.class)
                .setParameter("reference", reference)
                .setParameter("channel", channel)
                .getSingleResult();
        return known > 0 ? Outbox.Reported.ALREADY_FINAL : Outbox.Reported.UNKNOWN;
    }

    /** Of every channel that has one. */
    Map<Channel, Backlog> backlog() {
        Map<Channel, Backlog> backlog = new EnumMap<>(Channel.class);
        em.createQuery(
                        "select m.channel, count(m), min(m.createdAt) from OutboxMessage m"
                                + " where m.nextAttemptAt is not null group by m.channel",
                        Object[].class)
                .getResultList()
                .forEach(row ->
                        backlog.put((Channel) row[0], new Backlog((Long) row[1], Instant.ofEpochMilli((Long) row[2]))));
        return backlog;
    }

    /** Forgets messages that became final before this moment; answers how many, at most the limit. */
    int purge(Instant finalBefore, int limit) {
        List<String> ids = em.createQuery(
                        "select m.id from OutboxMessage m where m.finalAt < :before order by m.finalAt", String.class)
                .setParameter("before", finalBefore.toEpochMilli())
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from OutboxMessage m where m.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from OutboxMessage m where m.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private static String shortened(String reason) {
        return reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
    }
}

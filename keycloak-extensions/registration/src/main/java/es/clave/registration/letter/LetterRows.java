package es.clave.registration.letter;

import es.clave.platform.SlowHash;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of the letters. */
final class LetterRows {

    /** A letter whose reminder is due, and is this caller's alone to send. */
    record Due(String id, String realmId, String reference, String sealed, Instant requestedAt, Instant expiresAt) {}

    private final EntityManager entities;

    LetterRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Makes all others who request a letter for this person wait until the transaction ends, on whichever node. */
    void claim(String realmId, String subject) {
        entities.createQuery("insert into LetterClaimEntity (realmId, subject) values (:realmId, :subject)")
                .setParameter("realmId", realmId)
                .setParameter("subject", subject)
                .executeUpdate();
        // Gone before anybody sees it; who inserts the same waits for the end of this transaction all the same.
        entities.createQuery("delete from LetterClaimEntity where realmId = :realmId and subject = :subject")
                .setParameter("realmId", realmId)
                .setParameter("subject", subject)
                .executeUpdate();
    }

    /** When letters were requested for this person after that moment, latest first. */
    List<Instant> requestedSince(String realmId, String subject, Instant after) {
        return entities.createQuery(
                        "select letter.requestedAt from LetterEntity letter where letter.realmId = :realmId"
                                + " and letter.subject = :subject and letter.requestedAt > :after"
                                + " order by letter.requestedAt desc",
                        Long.class)
                .setParameter("realmId", realmId)
                .setParameter("subject", subject)
                .setParameter("after", after.toEpochMilli())
                .getResultStream()
                .map(Instant::ofEpochMilli)
                .toList();
    }

    /** Keeps a letter, which alone of the person's will be reminded of. */
    void insert(String realmId, String subject, LetterEntity letter) {
        entities.createQuery("update LetterEntity letter set letter.remindAt = null where letter.realmId = :realmId"
                        + " and letter.subject = :subject")
                .setParameter("realmId", realmId)
                .setParameter("subject", subject)
                .executeUpdate();
        entities.persist(letter);
    }

    /** The codes of this person that are accepted at that moment. */
    List<SlowHash.Hashed> codes(String realmId, String subject, Instant now) {
        return entities.createQuery(
                        "select letter.scheme, letter.salt, letter.hash from LetterEntity letter"
                                + " where letter.realmId = :realmId and letter.subject = :subject"
                                + " and letter.hash is not null and letter.expiresAt > :now"
                                + " order by letter.requestedAt desc",
                        Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("subject", subject)
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .map(row -> new SlowHash.Hashed((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** The letters whose reminder is due. */
    List<String> dueReminders(Instant now, int limit) {
        return entities.createQuery(
                        "select letter.id from LetterEntity letter where letter.remindAt <= :now order by letter.remindAt",
                        String.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList();
    }

    /** Takes the reminder, if nobody else has; with the transaction it is taken for good. */
    Optional<Due> takeReminder(String id, Instant now) {
        int taken = entities.createQuery("update LetterEntity letter set letter.remindAt = null"
                        + " where letter.id = :id and letter.remindAt <= :now")
                .setParameter("id", id)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        return taken == 0
                ? Optional.empty()
                : entities.createQuery(
                                "select letter.realmId, letter.reference, letter.sealed, letter.requestedAt,"
                                        + " letter.expiresAt from LetterEntity letter where letter.id = :id"
                                        + " and letter.sealed is not null and letter.expiresAt > :now",
                                Object[].class)
                        .setParameter("id", id)
                        .setParameter("now", now.toEpochMilli())
                        .getResultStream()
                        .map(row -> new Due(
                                id,
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                Instant.ofEpochMilli((Long) row[3]),
                                Instant.ofEpochMilli((Long) row[4])))
                        .findFirst();
    }

    /** Makes all codes of this letter's person worthless and erases whose they were. */
    void closeAllOf(String letterId) {
        entities.createQuery("update LetterEntity letter set letter.hash = null, letter.salt = null,"
                        + " letter.sealed = null, letter.remindAt = null where exists (select 1 from LetterEntity one"
                        + " where one.id = :id and one.realmId = letter.realmId and one.subject = letter.subject)")
                .setParameter("id", letterId)
                .executeUpdate();
    }

    /** Erases the codes that expired and whose they were; answers how many letters that were. */
    int expire(Instant now) {
        return entities.createQuery("update LetterEntity letter set letter.hash = null, letter.salt = null,"
                        + " letter.sealed = null, letter.remindAt = null"
                        + " where letter.expiresAt <= :now and letter.hash is not null")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    /** Forgets the letters that were requested before that moment and have expired. */
    int forget(Instant requestedBefore, Instant now) {
        return entities.createQuery("delete from LetterEntity letter where letter.requestedAt <= :before"
                        + " and letter.expiresAt <= :now")
                .setParameter("before", requestedBefore.toEpochMilli())
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    void forgetRealm(String realmId) {
        entities.createQuery("delete from LetterEntity letter where letter.realmId = :realmId")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}

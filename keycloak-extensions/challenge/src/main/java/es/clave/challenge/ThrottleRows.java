package es.clave.challenge;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The rows of {@link ThrottleEntity}, read under a lock: who comes second waits, on whichever node. */
final class ThrottleRows {

    private final EntityManager entities;

    ThrottleRows(EntityManager entities) {
        this.entities = entities;
    }

    Optional<ThrottleEntity> find(String id) {
        return Optional.ofNullable(entities.find(ThrottleEntity.class, id));
    }

    /**
     * The row, made if there is none.
     *
     * @throws jakarta.persistence.PersistenceException on H2, if another makes it at the same moment: its MERGE, which
     *     stands for "on conflict do nothing" there, is not atomic
     */
    ThrottleEntity lock(String id, String realmId) {
        ThrottleEntity row = entities.find(ThrottleEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row != null) {
            return row;
        }
        // Two may find nothing at the same moment: one inserts, the other waits for it and inserts nothing.
        entities.createQuery(
                        "insert into ThrottleEntity (id, realmId, events, failuresInARow, pausesInARow, pausedUntil,"
                                + " forgetAfter) values (:id, :realmId, '', 0, 0, 0, 0) on conflict do nothing")
                .setParameter("id", id)
                .setParameter("realmId", realmId)
                .executeUpdate();
        return entities.find(ThrottleEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    int forget(long now) {
        return entities.createQuery("delete from ThrottleEntity where forgetAfter < :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    void forgetRealm(String realmId) {
        entities.createQuery("delete from ThrottleEntity where realmId = :realmId")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}

package es.clave.registration.office;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The offices of a realm, in the table {@code CLAVE_OFFICE}. */
final class OfficeRows {

    private final EntityManager entities;
    private final String realmId;

    OfficeRows(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    List<RegistrationOffice> all() {
        return entities.createQuery(
                        "select office from OfficeEntity office where office.key.realmId = :realm order by office.key.id",
                        OfficeEntity.class)
                .setParameter("realm", realmId)
                .getResultStream()
                .map(OfficeEntity::toOffice)
                .toList();
    }

    Optional<RegistrationOffice> find(String id) {
        return row(id).map(OfficeEntity::toOffice);
    }

    /** The office, whose appointments nobody else changes until the end of the transaction. */
    Optional<RegistrationOffice> lock(String id) {
        return Optional.ofNullable(entities.find(
                        OfficeEntity.class, new OfficeEntity.Key(realmId, id), LockModeType.PESSIMISTIC_WRITE))
                .map(OfficeEntity::toOffice);
    }

    /** Whether it is a new one. */
    boolean save(RegistrationOffice office) {
        Optional<OfficeEntity> known = row(office.id());
        OfficeEntity row = known.orElseGet(() -> new OfficeEntity(realmId, office.id()));
        row.set(office);
        if (known.isEmpty()) {
            entities.persist(row);
        }
        return known.isEmpty();
    }

    void remove(String id) {
        row(id).ifPresent(entities::remove);
    }

    void removeAll() {
        entities.createQuery("delete from OfficeEntity office where office.key.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private Optional<OfficeEntity> row(String id) {
        return Optional.ofNullable(entities.find(OfficeEntity.class, new OfficeEntity.Key(realmId, id)));
    }
}

package es.clave.registry.jpa;

import es.clave.registry.Device;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of devices. Every look-up here is by an index and touches the devices of one citizen. */
final class DeviceRows {

    private final EntityManager entities;

    DeviceRows(EntityManager entities) {
        this.entities = entities;
    }

    List<Device> active(String realmId, String userId) {
        return entities.createQuery(
                        "select device from DeviceEntity device where device.realmId = :realmId"
                                + " and device.userId = :userId and device.status = :active"
                                + " order by device.activatedAt, device.id",
                        DeviceEntity.class)
                .setParameter("realmId", realmId)
                .setParameter("userId", userId)
                .setParameter("active", Device.Status.ACTIVE.name())
                .getResultStream()
                .map(DeviceEntity::toDevice)
                .toList();
    }

    Optional<Device> byThumbprint(String realmId, String thumbprint) {
        return entities.createQuery(
                        "select device from DeviceEntity device where device.realmId = :realmId"
                                + " and device.thumbprint = :thumbprint",
                        DeviceEntity.class)
                .setParameter("realmId", realmId)
                .setParameter("thumbprint", thumbprint)
                .getResultStream()
                .map(DeviceEntity::toDevice)
                .findFirst();
    }

    Optional<DeviceEntity> find(String realmId, String deviceId) {
        return Optional.ofNullable(entities.find(DeviceEntity.class, deviceId))
                .filter(device -> device.inRealm(realmId));
    }

    /** The active device of this user as it is now, which nobody else changes until the end of the transaction. */
    Optional<DeviceEntity> lockActive(String realmId, String userId, String deviceId) {
        Optional<DeviceEntity> row = find(realmId, deviceId);
        entities.flush();
        row.ifPresent(found -> entities.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return row.filter(device -> device.belongsTo(userId)).filter(DeviceEntity::active);
    }

    void insert(DeviceEntity device) {
        entities.persist(device);
        entities.flush();
    }

    /**
     * Keeps that a key is a device's, for good.
     *
     * @return false where it is or was a device's before
     */
    boolean claimKey(String realmId, String thumbprint, String deviceId) {
        int inserted = entities.createQuery("insert into DeviceKeyEntity (key.realmId, key.thumbprint, deviceId)"
                        + " values (:realmId, :thumbprint, :deviceId) on conflict do nothing")
                .setParameter("realmId", realmId)
                .setParameter("thumbprint", thumbprint)
                .setParameter("deviceId", deviceId)
                .executeUpdate();
        return inserted > 0;
    }

    /** Without the row in memory: many calls at once would otherwise meet. */
    void used(String deviceId, Instant at, Instant unlessSince) {
        entities.createQuery("update DeviceEntity device set device.lastUsedAt = :at"
                        + " where device.id = :id and device.lastUsedAt < :since")
                .setParameter("at", at.toEpochMilli())
                .setParameter("id", deviceId)
                .setParameter("since", unlessSince.toEpochMilli())
                .executeUpdate();
    }

    void endAll(String userId) {
        entities.createQuery(
                        "select device from DeviceEntity device where device.userId = :userId"
                                + " and device.status = :active",
                        DeviceEntity.class)
                .setParameter("userId", userId)
                .setParameter("active", Device.Status.ACTIVE.name())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(device -> device.end(Device.Status.REMOVED));
        entities.flush();
    }

    void forgetUser(String userId) {
        forget("device.userId = :key", userId);
    }

    void forgetRealm(String realmId) {
        forget("device.realmId = :key", realmId);
    }

    private void forget(String which, String key) {
        entities.createQuery("delete from DeviceKeyEntity known where known.deviceId in"
                        + " (select device.id from DeviceEntity device where " + which + ")")
                .setParameter("key", key)
                .executeUpdate();
        entities.createQuery("delete from DeviceEntity device where " + which)
                .setParameter("key", key)
                .executeUpdate();
    }
}

package es.clave.registry.jpa;

import es.clave.registry.Citizen;
import es.clave.registry.Device;
import es.clave.registry.DeviceAct;
import es.clave.registry.Devices;
import es.clave.registry.PushSubscription;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.RealmModel;

/** {@link Devices} in the table {@code CLAVE_DEVICE}. */
final class JpaDevices implements Devices {

    private static final Duration USE_KEPT_EVERY = Duration.ofHours(1);

    private final RegistryRows citizens;
    private final DeviceRows rows;
    private final OwnTransaction ownTransaction;
    private final AuditLog audit;
    private final Clock clock;

    JpaDevices(EntityManager entities, OwnTransaction ownTransaction, AuditLog audit, Clock clock) {
        this.citizens = new RegistryRows(entities);
        this.rows = new DeviceRows(entities);
        this.ownTransaction = ownTransaction;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Activation activate(RealmModel realm, Citizen citizen, String name, DeviceKey key, int most) {
        // Who activates for the same citizen waits here, and so does who ends the registration.
        if (citizens.lock(citizen.id()).filter(CitizenEntity::active).isEmpty()) {
            return new Activation.NotRegistered();
        }
        if (active(realm, citizen.userId()).size() >= most) {
            return new Activation.TooMany(most);
        }
        String deviceId = UUID.randomUUID().toString();
        if (!rows.claimKey(realm.getId(), key.thumbprint(), deviceId)) {
            return new Activation.KeyKnown();
        }
        DeviceEntity device = new DeviceEntity(deviceId, realm.getId(), citizen.userId(), name, key, now());
        rows.insert(device);
        audit.append(realm, record(citizen, DeviceAct.DEVICE_ACTIVATED, citizen.id(), deviceId));
        return new Activation.Activated(device.toDevice());
    }

    @Override
    public List<Device> active(RealmModel realm, String userId) {
        return rows.active(realm.getId(), userId);
    }

    @Override
    public Optional<Device> find(RealmModel realm, String deviceId) {
        return rows.find(realm.getId(), deviceId).map(DeviceEntity::toDevice);
    }

    @Override
    public Optional<Device> findByThumbprint(RealmModel realm, String thumbprint) {
        return rows.byThumbprint(realm.getId(), thumbprint);
    }

    @Override
    public Optional<Device> rename(RealmModel realm, String userId, String deviceId, String name) {
        Optional<DeviceEntity> device = rows.lockActive(realm.getId(), userId, deviceId);
        device.ifPresent(row -> row.rename(name));
        return device.map(DeviceEntity::toDevice);
    }

    @Override
    public Optional<Device> remove(RealmModel realm, Citizen citizen, String deviceId, String by) {
        return rows.lockActive(realm.getId(), citizen.userId(), deviceId).map(row -> {
            Device before = row.toDevice();
            row.end(Device.Status.REMOVED);
            audit.append(realm, record(citizen, DeviceAct.DEVICE_REMOVED, by, deviceId));
            return before;
        });
    }

    @Override
    public Optional<Device> changeKey(RealmModel realm, Citizen citizen, String deviceId, DeviceKey key) {
        return rows.lockActive(realm.getId(), citizen.userId(), deviceId)
                .filter(row -> rows.claimKey(realm.getId(), key.thumbprint(), deviceId))
                .map(row -> {
                    row.changeKey(key);
                    audit.append(realm, record(citizen, DeviceAct.DEVICE_KEY_CHANGED, citizen.id(), deviceId));
                    return row.toDevice();
                });
    }

    @Override
    public Counting countUp(RealmModel realm, Citizen citizen, String deviceId, long counter) {
        Counting counting = ownTransaction.run(own -> {
            Optional<DeviceEntity> device = new DeviceRows(own).lockActive(realm.getId(), citizen.userId(), deviceId);
            if (device.isEmpty()) {
                return new Counting.NotActive();
            }
            if (device.get().countUp(counter)) {
                return new Counting.Counted();
            }
            device.get().end(Device.Status.SHUT_OUT);
            return new Counting.Copied();
        });
        if (counting instanceof Counting.Copied) {
            audit.appendNow(realm, record(citizen, DeviceAct.DEVICE_SHUT_OUT, AuditRecord.SYSTEM, deviceId));
        }
        return counting;
    }

    @Override
    public void used(RealmModel realm, Device device) {
        Instant now = now();
        if (device.lastUsedAt().isBefore(now.minus(USE_KEPT_EVERY))) {
            rows.used(device.id(), now, now.minus(USE_KEPT_EVERY));
        }
    }

    @Override
    public void subscribe(RealmModel realm, String deviceId, Optional<PushSubscription> subscription) {
        rows.find(realm.getId(), deviceId).filter(DeviceEntity::active).ifPresent(row -> row.subscribe(subscription));
    }

    private static AuditRecord record(Citizen citizen, DeviceAct act, String by, String deviceId) {
        return AuditRecord.about(citizen.nationalId(), act, by)
                .with("citizen", citizen.id())
                .with("device", deviceId);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {}
}

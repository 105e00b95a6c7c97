package es.clave.registry.jpa;

import es.clave.registry.Device;
import es.clave.registry.Devices;
import es.clave.registry.PushSubscription;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A device. Its row stays when it is removed, so that its key never comes back. */
@Entity
@Table(name = "CLAVE_DEVICE")
public class DeviceEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    private String realmId = "";

    @Column(name = "USER_ID", length = 36, nullable = false, updatable = false)
    private String userId = "";

    @Column(name = "NAME", nullable = false)
    private String name = "";

    @Column(name = "PUBLIC_KEY", length = 400, nullable = false)
    private String publicKey = "";

    @Column(name = "THUMBPRINT", length = 43, nullable = false)
    private String thumbprint = "";

    @Column(name = "ACTIVATED_AT", nullable = false, updatable = false)
    private long activatedAt;

    @Column(name = "LAST_USED_AT", nullable = false)
    private long lastUsedAt;

    @Column(name = "ANSWER_COUNTER", nullable = false)
    private long counter;

    @Column(name = "STATUS", length = 16, nullable = false)
    private String status = Device.Status.ACTIVE.name();

    @Column(name = "PUSH_ENDPOINT", length = PushSubscription.ENDPOINT_LENGTH)
    private String pushEndpoint;

    @Column(name = "PUSH_KEY", length = 100)
    private String pushKey;

    @Column(name = "PUSH_SECRET", length = 50)
    private String pushSecret;

    /** For JPA. */
    protected DeviceEntity() {}

    DeviceEntity(String id, String realmId, String userId, String name, Devices.DeviceKey key, Instant at) {
        this.id = id;
        this.realmId = realmId;
        this.userId = userId;
        this.name = name;
        this.publicKey = key.jwk();
        this.thumbprint = key.thumbprint();
        this.activatedAt = at.toEpochMilli();
        this.lastUsedAt = at.toEpochMilli();
    }

    boolean inRealm(String realm) {
        return realmId.equals(realm);
    }

    boolean belongsTo(String user) {
        return userId.equals(user);
    }

    boolean active() {
        return status.equals(Device.Status.ACTIVE.name());
    }

    /** Ends it; nothing is sent to it any more. */
    void end(Device.Status last) {
        status = last.name();
        subscribe(Optional.empty());
    }

    void rename(String called) {
        name = called;
    }

    void changeKey(Devices.DeviceKey key) {
        publicKey = key.jwk();
        thumbprint = key.thumbprint();
    }

    /** Takes a counter that is higher than all before. */
    boolean countUp(long next) {
        boolean higher = next > counter;
        counter = higher ? next : counter;
        return higher;
    }

    void subscribe(Optional<PushSubscription> subscription) {
        pushEndpoint = subscription.map(PushSubscription::endpoint).orElse(null);
        pushKey = subscription.map(PushSubscription::key).orElse(null);
        pushSecret = subscription.map(PushSubscription::secret).orElse(null);
    }

    Device toDevice() {
        return new Device(
                id,
                userId,
                name,
                publicKey,
                thumbprint,
                Instant.ofEpochMilli(activatedAt),
                Instant.ofEpochMilli(lastUsedAt),
                counter,
                Device.Status.valueOf(status),
                Optional.ofNullable(pushEndpoint).map(endpoint -> new PushSubscription(endpoint, pushKey, pushSecret)));
    }
}

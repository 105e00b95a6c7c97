package es.clave.registry.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A key that a device has, or had: no key is used twice. */
@Entity
@Table(name = "CLAVE_DEVICE_KEY")
public class DeviceKeyEntity {

    /** A key by its thumbprint. */
    @Embeddable
    public record Key(
            @Column(name = "REALM_ID", length = 36) String realmId,
            @Column(name = "THUMBPRINT", length = 43) String thumbprint)
            implements Serializable {}

    @EmbeddedId
    private Key key = new Key("", "");

    @Column(name = "DEVICE_ID", length = 36, nullable = false, updatable = false)
    private String deviceId = "";

    /** For JPA. */
    protected DeviceKeyEntity() {}

    Key key() {
        return key;
    }
}

package es.clave.registry.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where the chain of a realm ends. Who appends holds its lock, so that entries come one after the other. */
@Entity
@Table(name = "CLAVE_AUDIT_HEAD")
public class AuditHeadEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Column(name = "ENTRY_NUMBER", nullable = false)
    private long number;

    @Column(name = "ENTRY_HASH", length = 64, nullable = false)
    private String hash = "";

    /** For JPA. */
    protected AuditHeadEntity() {}

    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    void move(long toNumber, String toHash) {
        number = toNumber;
        hash = toHash;
    }
}

package es.clave.registry.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of the audit log. Written once, never changed. */
@Entity
@Table(name = "CLAVE_AUDIT_ENTRY")
public class AuditEntryEntity {

    /** The realm, and the entry's place in its chain, from 1. */
    @Embeddable
    public record Key(
            @Column(name = "REALM_ID", length = 36) String realmId,
            @Column(name = "ENTRY_NUMBER") long number) implements Serializable {}

    @SuppressWarnings("UnusedVariable") // written for JPA, which reads it
    @EmbeddedId
    private Key key = new Key("", 0);

    @Column(name = "APPENDED_AT", nullable = false, updatable = false)
    private long atMillis;

    @Column(name = "ACTION", length = 64, nullable = false, updatable = false)
    private String action = "";

    @Column(name = "ACTOR", length = 64, nullable = false, updatable = false)
    private String actor = "";

    @Column(name = "SUBJECT", length = 64, nullable = false, updatable = false)
    private String subject = "";

    @Column(name = "SOURCE", length = 64, nullable = false, updatable = false)
    private String source = "";

    @Column(name = "DETAILS", length = 2000, nullable = false, updatable = false)
    private String details = "";

    @Column(name = "PREVIOUS_HASH", length = 64, nullable = false, updatable = false)
    private String previousHash = "";

    @Column(name = "ENTRY_HASH", length = 64, nullable = false, updatable = false)
    private String hash = "";

    @Column(name = "SEAL", length = 64, nullable = false, updatable = false)
    private String seal = "";

    /** For JPA. */
    protected AuditEntryEntity() {}

    AuditEntryEntity(AuditEntry entry, String hash, String seal) {
        this.key = new Key(entry.realmId(), entry.number());
        this.atMillis = entry.atMillis();
        this.action = entry.action();
        this.actor = entry.actor();
        this.subject = entry.subject();
        this.source = entry.source();
        this.details = entry.details();
        this.previousHash = entry.previousHash();
        this.hash = hash;
        this.seal = seal;
    }
}

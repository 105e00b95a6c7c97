package es.clave.registration.letter;

import es.clave.platform.SlowHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * A letter that was requested. Times are milliseconds since the epoch. The code is there as a slow salted hash, the addressee
 * sealed, and both only until the letter is closed; what stays is that somebody asked, for as long as it counts.
 */
@Entity
@Table(name = "CLAVE_LETTER")
public class LetterEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId = "";

    @Column(name = "SUBJECT", length = 43, nullable = false)
    private String subject = "";

    @Column(name = "REFERENCE", length = 40, nullable = false)
    private String reference = "";

    @Column(name = "SCHEME", length = 16)
    private String scheme;

    @Column(name = "SALT", length = 32)
    private String salt;

    @Column(name = "HASH", length = 64)
    private String hash;

    @Column(name = "SEALED", length = 4000)
    private String sealed;

    @Column(name = "REQUESTED_AT", nullable = false)
    private long requestedAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    private long expiresAt;

    @Column(name = "REMIND_AT")
    private Long remindAt;

    /** For JPA. */
    protected LetterEntity() {}

    LetterEntity(
            String id,
            String realmId,
            String subject,
            String reference,
            SlowHash.Hashed code,
            String sealed,
            Instant requestedAt,
            Instant expiresAt,
            Optional<Instant> remindAt) {
        this.id = id;
        this.realmId = realmId;
        this.subject = subject;
        this.reference = reference;
        this.scheme = code.scheme();
        this.salt = code.salt();
        this.hash = code.hash();
        this.sealed = sealed;
        this.requestedAt = requestedAt.toEpochMilli();
        this.expiresAt = expiresAt.toEpochMilli();
        this.remindAt = remindAt.map(Instant::toEpochMilli).orElse(null);
    }
}

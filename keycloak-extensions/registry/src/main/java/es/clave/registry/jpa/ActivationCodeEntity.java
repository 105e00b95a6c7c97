package es.clave.registry.jpa;

import es.clave.platform.SlowHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The activation code that a citizen has and has not used, as a hash. */
@Entity
@Table(name = "CLAVE_ACTIVATION_CODE")
public class ActivationCodeEntity {

    @Id
    @Column(name = "CITIZEN_ID", length = 36)
    private String citizenId = "";

    /** How the hash is made, so that it can be made better one day. */
    @Column(name = "SCHEME", length = 16, nullable = false)
    private String scheme = "";

    @Column(name = "SALT", length = 32, nullable = false)
    private String salt = "";

    @Column(name = "CODE_HASH", length = 64, nullable = false)
    private String hash = "";

    @Column(name = "ISSUED_AT", nullable = false)
    private long issuedAt;

    @Column(name = "WRONG_ANSWERS", nullable = false)
    private int wrongAnswers;

    /** For JPA. */
    protected ActivationCodeEntity() {}

    ActivationCodeEntity(String citizenId, SlowHash.Hashed code, Instant issuedAt) {
        this.citizenId = citizenId;
        this.scheme = code.scheme();
        this.salt = code.salt();
        this.hash = code.hash();
        this.issuedAt = issuedAt.toEpochMilli();
    }

    SlowHash.Hashed code() {
        return new SlowHash.Hashed(scheme, salt, hash);
    }

    int wrongAnswers() {
        return wrongAnswers;
    }

    void countWrong() {
        wrongAnswers++;
    }
}

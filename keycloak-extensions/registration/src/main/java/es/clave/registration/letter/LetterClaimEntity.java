package es.clave.registration.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That somebody is about to request a letter for a person. No such row is ever committed. */
@Entity
@IdClass(LetterClaimEntity.Key.class)
@Table(name = "CLAVE_LETTER_CLAIM")
public class LetterClaimEntity {

    /** The realm and the person, who is not named. */
    public record Key(String realmId, String subject) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Id
    @Column(name = "SUBJECT", length = 43)
    private String subject = "";

    /** For JPA. */
    protected LetterClaimEntity() {}
}

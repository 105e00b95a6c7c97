package es.clave.registry.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That somebody is about to register a person or a number. No such row is ever committed. */
@Entity
@IdClass(ClaimEntity.Key.class)
@Table(name = "CLAVE_REGISTRY_CLAIM")
public class ClaimEntity {

    /** The realm and what is claimed in it. */
    public record Key(String realmId, String claim) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Id
    @Column(name = "CLAIM", length = 24)
    private String claim = "";

    /** For JPA. */
    protected ClaimEntity() {}
}

package es.clave.registry.jpa;

import es.clave.identity.RegistrationLevel;
import es.clave.registry.Citizen;
import es.clave.registry.RegistrationAct;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A registration act. Written once, never changed. */
@Entity
@Table(name = "CLAVE_REGISTRATION_ACT")
public class RegistrationActEntity {

    /** The citizen, and the act's place in the row of the citizen's acts, from 1. */
    @Embeddable
    public record Key(
            @Column(name = "CITIZEN_ID", length = 36) String citizenId,
            @Column(name = "ACT_NUMBER") int number) implements Serializable {}

    @EmbeddedId
    private Key key = new Key("", 0);

    @Column(name = "KIND", length = 16, nullable = false, updatable = false)
    private String kind = "";

    @Column(name = "ROUTE", length = 16, nullable = false, updatable = false)
    private String route = "";

    @Column(name = "REGISTRATION_LEVEL", length = 16, nullable = false, updatable = false)
    private String level = "";

    @Column(name = "ACTED_AT", nullable = false, updatable = false)
    private long at;

    @Column(name = "ACTED_BY", length = 36, nullable = false, updatable = false)
    private String by = "";

    /** For JPA. */
    protected RegistrationActEntity() {}

    RegistrationActEntity(int number, RegistrationAct act) {
        this.key = new Key(act.citizenId(), number);
        this.kind = act.kind().name();
        this.route = act.route().name();
        this.level = act.level().name();
        this.at = act.at().toEpochMilli();
        this.by = act.by();
    }

    RegistrationAct toAct() {
        return new RegistrationAct(
                key.citizenId(),
                RegistrationAct.Kind.valueOf(kind),
                Citizen.Route.valueOf(route),
                RegistrationLevel.valueOf(level),
                Instant.ofEpochMilli(at),
                by);
    }
}

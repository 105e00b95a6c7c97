package es.clave.registry.jpa;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import es.clave.registry.Citizen;
import es.clave.registry.CivilPerson;
import es.clave.registry.PersonName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A citizen's registration. The e-mail address is not here: it is the Keycloak user's. */
@Entity
@Table(name = "CLAVE_CITIZEN")
public class CitizenEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Version
    @Column(name = "VERSION", nullable = false)
    private int version;

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    private String realmId = "";

    @Column(name = "USER_ID", length = 36, nullable = false, updatable = false)
    private String userId = "";

    @Column(name = "NATIONAL_ID", length = 9, nullable = false, updatable = false)
    private String nationalId = "";

    @Column(name = "GIVEN_NAME", nullable = false)
    private String givenName = "";

    @Column(name = "FIRST_SURNAME", nullable = false)
    private String firstSurname = "";

    @Column(name = "SECOND_SURNAME")
    private String secondSurname;

    @Column(name = "BIRTH_DATE", nullable = false)
    private LocalDate birthDate = LocalDate.EPOCH;

    @Column(name = "STATUS", length = 16, nullable = false)
    private String status = "";

    @Column(name = "REGISTRATION_LEVEL", length = 16, nullable = false)
    private String level = "";

    @Column(name = "ROUTE", length = 16, nullable = false)
    private String route = "";

    @Column(name = "LEVEL_SINCE", nullable = false)
    private long since;

    @Column(name = "MOBILE", length = 16, nullable = false)
    private String mobile = "";

    /** The mobile number again while the registration is active, else null: unique, which makes one active holder. */
    @Column(name = "ACTIVE_MOBILE", length = 16)
    private String activeMobile;

    /** For JPA. */
    protected CitizenEntity() {}

    String id() {
        return id;
    }

    String userId() {
        return userId;
    }

    Citizen.Status status() {
        return Citizen.Status.valueOf(status);
    }

    RegistrationLevel level() {
        return RegistrationLevel.valueOf(level);
    }

    Citizen.Route route() {
        return Citizen.Route.valueOf(route);
    }

    NationalId nationalId() {
        return NationalId.of(nationalId);
    }

    boolean active() {
        return status() == Citizen.Status.ACTIVE;
    }

    boolean hasMobile(MobileNumber number) {
        return mobile.equals(number.e164());
    }

    /** What the civil register says now. */
    void setPerson(CivilPerson person) {
        givenName = person.name().given();
        firstSurname = person.name().firstSurname();
        secondSurname = person.name().secondSurname().orElse(null);
        birthDate = person.birthDate();
    }

    void activate(RegistrationLevel reached, Citizen.Route by, Instant at, MobileNumber number) {
        status = Citizen.Status.ACTIVE.name();
        level = reached.name();
        route = by.name();
        since = at.toEpochMilli();
        changeMobile(number);
    }

    void changeMobile(MobileNumber number) {
        mobile = number.e164();
        activeMobile = mobile;
    }

    void deactivate(Citizen.Status to) {
        status = to.name();
        activeMobile = null;
    }

    Citizen toCitizen(Optional<String> email) {
        return new Citizen(
                id,
                userId,
                NationalId.of(nationalId),
                new PersonName(givenName, firstSurname, Optional.ofNullable(secondSurname)),
                birthDate,
                status(),
                level(),
                route(),
                Instant.ofEpochMilli(since),
                MobileNumber.of(mobile),
                email);
    }
}

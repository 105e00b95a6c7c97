package es.clave.registration.office;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.registry.PersonName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A row of the table of appointments: of one person, at one desk of one office. */
@Entity
@Table(name = "CLAVE_APPOINTMENT")
public class AppointmentEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    private String realmId = "";

    @Column(name = "OFFICE_ID", length = 40, nullable = false)
    private String officeId = "";

    @Column(name = "STARTS_AT", nullable = false)
    private long startsAt;

    @Column(name = "ENDS_AT", nullable = false)
    private long endsAt;

    @Column(name = "SEAT", nullable = false)
    private int seat;

    @Column(name = "NATIONAL_ID", length = 9, nullable = false, updatable = false)
    private String nationalId = "";

    @Column(name = "GIVEN_NAME", nullable = false)
    private String givenName = "";

    @Column(name = "FIRST_SURNAME", nullable = false)
    private String firstSurname = "";

    @Column(name = "SECOND_SURNAME")
    private String secondSurname;

    @Column(name = "MOBILE", length = 16, nullable = false)
    private String mobile = "";

    @Column(name = "EMAIL")
    private String email;

    @Column(name = "LANGUAGE", length = 8, nullable = false)
    private String language = "";

    @Column(name = "REVISION", nullable = false)
    private int revision;

    @Column(name = "REMIND_AT")
    private Long remindAt;

    @Column(name = "SERVED_AT")
    private Long servedAt;

    /** For JPA. */
    protected AppointmentEntity() {}

    AppointmentEntity(String id, String realmId, Appointment.Visitor visitor) {
        this.id = id;
        this.realmId = realmId;
        this.nationalId = visitor.nationalId().value();
        this.givenName = visitor.name().given();
        this.firstSurname = visitor.name().firstSurname();
        this.secondSurname = visitor.name().secondSurname().orElse(null);
        this.mobile = visitor.mobile().e164();
        this.email = visitor.email().orElse(null);
        this.language = visitor.language().toLanguageTag();
    }

    void place(String office, Slot slot, int desk, Optional<Instant> reminder) {
        officeId = office;
        startsAt = slot.start().toEpochMilli();
        endsAt = slot.end().toEpochMilli();
        seat = desk;
        remindAt = reminder.map(Instant::toEpochMilli).orElse(null);
    }

    void countMove() {
        revision++;
    }

    void serve(Instant at) {
        servedAt = at.toEpochMilli();
        remindAt = null;
    }

    Appointment toAppointment() {
        return new Appointment(
                id,
                officeId,
                new Slot(Instant.ofEpochMilli(startsAt), Instant.ofEpochMilli(endsAt)),
                new Appointment.Visitor(
                        NationalId.of(nationalId),
                        new PersonName(givenName, firstSurname, Optional.ofNullable(secondSurname)),
                        MobileNumber.of(mobile),
                        Optional.ofNullable(email),
                        Locale.forLanguageTag(language)),
                revision,
                servedAt != null);
    }
}

package es.clave.registration.office;

import es.clave.identity.NationalId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The offices of a realm and the appointments at them. What changes an appointment commits on its own, together with the
 * messages that tell of it: once a method answers, it holds.
 */
public interface Offices extends Provider {

    /** What became of the wish to close an office. */
    enum Removal {
        REMOVED,
        /** There is no such office. */
        UNKNOWN,
        /** People are still expected there. */
        PEOPLE_EXPECTED
    }

    /** All offices of a realm. */
    List<RegistrationOffice> all(RealmModel realm);

    /** The office of this id. */
    Optional<RegistrationOffice> find(RealmModel realm, String officeId);

    /** Adds an office or changes it; true if it is a new one. In the session's transaction. */
    boolean save(RealmModel realm, RegistrationOffice office);

    /** Closes an office for good, if nobody is expected there. In the session's transaction. */
    Removal remove(RealmModel realm, String officeId);

    /** The slots of an office that can still be booked, in order. */
    List<Slot> free(RealmModel realm, RegistrationOffice office);

    /** The first free slot of each of these offices that has one, by office. */
    Map<String, Slot> nextFree(RealmModel realm, List<RegistrationOffice> offices);

    /** The appointment that this person still has before them. */
    Optional<Appointment> upcoming(RealmModel realm, NationalId person);

    /** Gives a slot to a visitor and tells them, if it is free and they have no other appointment. */
    Booking book(RealmModel realm, String officeId, Instant start, Appointment.Visitor visitor);

    /** Gives the person another slot, here or elsewhere, in place of the one that they have, and tells them. */
    Booking move(RealmModel realm, NationalId person, String officeId, Instant start);

    /** Gives the person's slot back and tells them; answers what it was. */
    Optional<Appointment> cancel(RealmModel realm, NationalId person);

    /** An office's appointments of today, where it is. */
    List<Appointment> today(RealmModel realm, RegistrationOffice office);

    /** Notes that a registrar has dealt with an appointment. In the session's transaction. */
    void serve(RealmModel realm, String appointmentId);
}

package es.clave.registration.office;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.registry.PersonName;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody is expected at an office.
 *
 * @param revision how often it was moved
 * @param served whether the registrar has dealt with it
 */
public record Appointment(String id, String officeId, Slot slot, Visitor visitor, int revision, boolean served) {

    /**
     * Who is expected, and where they are told of changes. Nothing is registered by an appointment.
     *
     * @param language in which messages are written
     */
    public record Visitor(
            NationalId nationalId, PersonName name, MobileNumber mobile, Optional<String> email, Locale language) {

        @Override
        public String toString() {
            return "Visitor[" + nationalId.masked() + "]";
        }
    }

    @Override
    public String toString() {
        return "Appointment[" + id + "]";
    }
}

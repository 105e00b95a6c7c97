package es.clave.documents;

import es.clave.identity.ActivationCode;
import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * What a registration receipt (resguardo de alta) says.
 *
 * @param name in full, as the civil register writes it
 * @param registeredAt in the zone in which it is printed
 * @param code what activates Cl@ve Permanente
 * @param home where the citizen goes to use Cl@ve
 * @param office where it is to be signed on paper; empty if nobody signs
 */
public record RegistrationReceipt(
        Locale language,
        String name,
        NationalId nationalId,
        Way way,
        RegistrationLevel level,
        ZonedDateTime registeredAt,
        MobileNumber mobile,
        Optional<String> email,
        ActivationCode code,
        URI home,
        Optional<String> office) {

    /** How the citizen registered. */
    public enum Way {
        LETTER,
        VIDEO_CALL,
        CERTIFICATE,
        OFFICE
    }

    @Override
    public String toString() {
        return "RegistrationReceipt[****]";
    }
}

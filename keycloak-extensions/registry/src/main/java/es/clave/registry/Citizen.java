package es.clave.registry;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A registered citizen.
 *
 * @param id the registry's own identifier, which says nothing about the person
 * @param userId the Keycloak user
 * @param route of the act that gave the present level
 * @param since when the present level was reached
 */
public record Citizen(
        String id,
        String userId,
        NationalId nationalId,
        PersonName name,
        LocalDate birthDate,
        Status status,
        RegistrationLevel level,
        Route route,
        Instant since,
        MobileNumber mobile,
        Optional<String> email) {

    /** Whether Cl@ve works for the citizen. */
    public enum Status {
        ACTIVE,
        /** Somebody else registered the phone, or an officer stopped it. */
        DISABLED,
        /** The citizen left. */
        RENOUNCED
    }

    /** The way by which a citizen registered. */
    public enum Route {
        LETTER(RegistrationLevel.BASIC),
        VIDEO_CALL(RegistrationLevel.BASIC),
        CERTIFICATE(RegistrationLevel.ADVANCED),
        OFFICE(RegistrationLevel.ADVANCED);

        private final RegistrationLevel level;

        Route(RegistrationLevel level) {
            this.level = level;
        }

        /** The level that this way gives. */
        public RegistrationLevel level() {
            return level;
        }
    }

    @Override
    public String toString() {
        return "Citizen[" + id + "]";
    }
}

package es.clave.registry;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The citizens of a realm. Works in the transaction of its session, and appends every act to the
 * {@link es.clave.registry.audit.AuditLog} itself; nobody else needs to.
 */
public interface CitizenRegistry extends Provider {

    /**
     * What a registration brings.
     *
     * @param mobileProven whether a code that was sent to the number was typed in: only then may it be taken from another
     * @param by who did it: the citizen's own registry id, an officer's user id, {@code system}, or
     *     {@link #BY_THE_CITIZEN} where the citizen has no id yet
     */
    record Registration(
            CivilPerson person,
            RegistrationLevel level,
            Citizen.Route route,
            MobileNumber mobile,
            boolean mobileProven,
            Optional<String> email,
            String by) {

        /** The person who is registered by it, for the first time. */
        public static final String BY_THE_CITIZEN = "citizen";
    }

    /** What became of a registration. */
    sealed interface Outcome {

        /**
         * The citizen is registered, or was and has a higher level now.
         *
         * @param displaced who had the number until now, as the registration was before: it is disabled
         */
        record Registered(Citizen citizen, Optional<Citizen> displaced) implements Outcome {}

        /** The mobile number belongs to another active citizen, and was not proven. */
        record MobileTaken() implements Outcome {}

        /** The citizen is registered at this or a higher level. */
        record AlreadyRegistered() implements Outcome {}

        /** Who left, or was stopped, comes back by certificate or in person only. */
        record RouteNotAllowed() implements Outcome {}
    }

    /** What became of a change of the mobile number. */
    sealed interface MobileChange {

        /**
         * The number is the citizen's now.
         *
         * @param displaced who had the number until now, as the registration was before: it is disabled
         */
        record Changed(Citizen citizen, Optional<Citizen> displaced) implements MobileChange {}

        /** It was the citizen's already. */
        record Unchanged() implements MobileChange {}

        /** The registration is not active. */
        record NotActive() implements MobileChange {}
    }

    /** The citizen of this number, whatever the status. One look-up by index. */
    Optional<Citizen> find(RealmModel realm, NationalId id);

    /** The citizen behind a Keycloak user. */
    Optional<Citizen> findByUserId(RealmModel realm, String userId);

    /** The active citizen who has this number. */
    Optional<Citizen> findByMobile(RealmModel realm, MobileNumber mobile);

    /**
     * Registers a person, makes the Keycloak user, keeps the act. Of those who register the same person or the same
     * number at once, one goes first and the others meet what that one left.
     */
    Outcome register(RealmModel realm, Registration registration);

    /**
     * Gives a citizen another number and keeps the act. If it belongs to another, that one is disabled: the number must
     * have been proven by a code sent to it.
     */
    MobileChange changeMobile(RealmModel realm, Citizen citizen, MobileNumber proven, String by);

    /**
     * Gives a citizen another e-mail address and keeps the act.
     *
     * @return the citizen as it is now; empty where the registration is not active
     */
    Optional<Citizen> changeEmail(RealmModel realm, Citizen citizen, String email, String by);

    /**
     * Disables an active registration and its Keycloak user, ends its sessions, of which agencies are told, and keeps the
     * act; any other stays as it is.
     */
    void disable(RealmModel realm, Citizen citizen, String by);

    /**
     * Ends a registration because the citizen wants so, disables the Keycloak user, ends its sessions, of which agencies
     * are told, forgets password and activation code, and keeps the act.
     */
    void renounce(RealmModel realm, Citizen citizen, String by);

    /** The ids of citizens who renounced before this moment and did not come back, so many at most. */
    List<String> renouncedBefore(RealmModel realm, Instant moment, int most);

    /**
     * Erases all that is known of a citizen who renounced before this moment and did not come back, the Keycloak user
     * included. The audit log keeps its entries, whose subject is a keyed hash. Any other citizen stays as it is.
     */
    void erase(RealmModel realm, String citizenId, Instant renouncedBefore);

    /** All acts of a citizen, oldest first. */
    List<RegistrationAct> acts(RealmModel realm, Citizen citizen);
}

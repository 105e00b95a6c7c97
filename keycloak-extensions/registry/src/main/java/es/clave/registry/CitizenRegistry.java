package es.clave.registry;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** The citizens of a realm. Works in the transaction of its session. */
public interface CitizenRegistry extends Provider {

    /**
     * What a registration brings.
     *
     * @param by who did it: the citizen's own registry id, an officer's user id, or {@code system}
     */
    record Registration(
            CivilPerson person,
            RegistrationLevel level,
            Citizen.Route route,
            MobileNumber mobile,
            Optional<String> email,
            String by) {}

    /** What became of a registration. */
    sealed interface Outcome {

        /** The citizen is registered, or was and has a higher level now. */
        record Registered(Citizen citizen) implements Outcome {}

        /** The mobile number belongs to another active citizen. */
        record MobileTaken() implements Outcome {}

        /** The citizen is registered at this or a higher level. */
        record AlreadyRegistered() implements Outcome {}

        /** Who left, or was stopped, comes back by certificate or in person only. */
        record RouteNotAllowed() implements Outcome {}
    }

    /** The citizen of this number, whatever the status. One look-up by index. */
    Optional<Citizen> find(RealmModel realm, NationalId id);

    /** The citizen behind a Keycloak user. */
    Optional<Citizen> findByUserId(RealmModel realm, String userId);

    /** The active citizen who has this number. */
    Optional<Citizen> findByMobile(RealmModel realm, MobileNumber mobile);

    /**
     * Registers a person, makes the Keycloak user, keeps the act. Of two who register the same person or the same number
     * at once, one wins and the other is told so.
     */
    Outcome register(RealmModel realm, Registration registration);

    /** Disables an active registration and its Keycloak user, and keeps the act; any other stays as it is. */
    void disable(RealmModel realm, Citizen citizen, String by);

    /** Ends a registration because the citizen wants so, disables the Keycloak user, and keeps the act. */
    void renounce(RealmModel realm, Citizen citizen, String by);

    /** All acts of a citizen, oldest first. */
    List<RegistrationAct> acts(RealmModel realm, Citizen citizen);
}

package es.clave.registry.jpa;

import es.clave.identity.NationalId;
import es.clave.registry.PersonName;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** The Keycloak users behind the citizens. */
interface Accounts {

    /** The user that this person, who never registered, has from logging in by certificate. */
    Optional<String> unregistered(RealmModel realm, NationalId id);

    /** Makes an enabled user, or one of the user that has this id already, with all that agencies know it by. */
    void open(RealmModel realm, String userId, String username, PersonName name, Optional<String> email);

    /** Enables a user again and notes what may have changed; the old e-mail address stays where there is no new one. */
    void refresh(RealmModel realm, String userId, PersonName name, Optional<String> email);

    /** Notes another e-mail address. */
    void changeEmail(RealmModel realm, String userId, String email);

    /** Disables a user and ends its sessions; agencies are told. */
    void close(RealmModel realm, String userId);

    /** Forgets with what the user logged in. */
    void forgetCredentials(RealmModel realm, String userId);

    /** Removes a user for good. */
    void remove(RealmModel realm, String userId);
}

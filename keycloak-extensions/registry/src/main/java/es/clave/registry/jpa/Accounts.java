package es.clave.registry.jpa;

import es.clave.registry.PersonName;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** The Keycloak users behind the citizens. */
interface Accounts {

    /** Makes an enabled user. */
    void open(RealmModel realm, String userId, String username, PersonName name, Optional<String> email);

    /** Enables a user again and notes what may have changed; the old e-mail address stays where there is no new one. */
    void refresh(RealmModel realm, String userId, PersonName name, Optional<String> email);

    /** Notes another e-mail address. */
    void changeEmail(RealmModel realm, String userId, String email);

    /** Disables a user and ends its sessions. */
    void close(RealmModel realm, String userId);
}

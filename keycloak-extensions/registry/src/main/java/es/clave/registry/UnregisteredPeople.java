package es.clave.registry;

import es.clave.identity.NationalId;
import es.clave.platform.ServerKeys;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The Keycloak users of people who logged in by certificate and never registered. The name of such a user is a keyed hash of
 * the number, so that the same person is the same user, and nobody who reads the name knows who that is. Who registers later
 * keeps the user, under another name.
 */
public final class UnregisteredPeople {

    private static final String PURPOSE = "unregistered-person";
    private static final String PREFIX = "unregistered-";

    private final KeycloakSession session;
    private final RealmModel realm;

    public UnregisteredPeople(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The person's user, made at the first login. */
    public UserModel userOf(NationalId id) {
        String username = usernameOf(id);
        return find(username).orElseGet(() -> make(username));
    }

    /** The person's user, if there was a login. */
    public Optional<UserModel> find(NationalId id) {
        return find(usernameOf(id));
    }

    private String usernameOf(NationalId id) {
        String hash = session.getProvider(ServerKeys.class).keyedHash(PURPOSE).of(realm.getId(), id.value());
        // User names have no upper case.
        return PREFIX + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(hash));
    }

    private Optional<UserModel> find(String username) {
        return Optional.ofNullable(session.users().getUserByUsername(realm, username));
    }

    /** In a transaction of its own: of two first logins at once the second finds what the first made. */
    private UserModel make(String username) {
        RuntimeException complaint = null;
        try {
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), other -> {
                RealmModel there = other.realms().getRealm(realm.getId());
                other.getContext().setRealm(there);
                other.users().addUser(there, username).setEnabled(true);
            });
        } catch (RuntimeException madeMeanwhile) {
            complaint = madeMeanwhile;
        }
        Optional<UserModel> user = find(username);
        if (user.isEmpty() && complaint != null) {
            throw complaint;
        }
        return user.orElseThrow();
    }
}

package es.clave.login.certificate;

import es.clave.certificate.CitizenCertificate;
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
 * the number, so that the same person is the same user, and nobody who reads the name knows who that is.
 */
final class UnregisteredPeople {

    private static final String PURPOSE = "unregistered-person";
    private static final String PREFIX = "unregistered-";

    private final KeycloakSession session;
    private final RealmModel realm;

    UnregisteredPeople(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The person's user, made at the first login. */
    UserModel userOf(CitizenCertificate certificate) {
        String hash = session.getProvider(ServerKeys.class)
                .keyedHash(PURPOSE)
                .of(realm.getId(), certificate.nationalId().value());
        // User names have no upper case.
        String username =
                PREFIX + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(hash));
        return find(username).orElseGet(() -> make(username));
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

package es.clave.registry.jpa;

import es.clave.identity.NationalId;
import es.clave.registry.PersonName;
import es.clave.registry.UnregisteredPeople;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

/** {@link Accounts} in Keycloak's own store. */
final class KeycloakAccounts implements Accounts {

    private final KeycloakSession session;

    KeycloakAccounts(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Optional<String> unregistered(RealmModel realm, NationalId id) {
        return new UnregisteredPeople(session, realm).find(id).map(UserModel::getId);
    }

    @Override
    public void open(RealmModel realm, String userId, String username, PersonName name, Optional<String> email) {
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null) {
            user = session.users().addUser(realm, userId, username, true, false);
        } else {
            user.setUsername(username);
        }
        describe(user, name, email);
    }

    @Override
    public void refresh(RealmModel realm, String userId, PersonName name, Optional<String> email) {
        describe(user(realm, userId), name, email);
    }

    private static void describe(UserModel user, PersonName name, Optional<String> email) {
        user.setEnabled(true);
        user.setFirstName(name.given());
        user.setLastName(name.family());
        email.ifPresent(user::setEmail);
    }

    @Override
    public void changeEmail(RealmModel realm, String userId, String email) {
        user(realm, userId).setEmail(email);
    }

    @Override
    public void close(RealmModel realm, String userId) {
        UserModel user = user(realm, userId);
        user.setEnabled(false);
        LogOutEverywhere.afterCommit(session, realm, userId);
    }

    @Override
    public void forgetCredentials(RealmModel realm, String userId) {
        SubjectCredentialManager credentials = user(realm, userId).credentialManager();
        credentials
                .getStoredCredentialsStream()
                .map(CredentialModel::getId)
                .toList()
                .forEach(credentials::removeStoredCredentialById);
    }

    @Override
    public void remove(RealmModel realm, String userId) {
        session.users().removeUser(realm, user(realm, userId));
    }

    private UserModel user(RealmModel realm, String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null) {
            throw new IllegalStateException("the citizen's Keycloak user is gone");
        }
        return user;
    }
}

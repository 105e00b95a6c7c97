package es.clave.registry.synthetic;

import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Gives those of the fixed population a password who have one in the file, and none yet. A handful: hashing is slow. */
final class DemoPasswords {

    private final KeycloakSession session;
    private final RealmModel realm;

    DemoPasswords(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    void set() {
        CitizenRegistry registry = session.getProvider(CitizenRegistry.class);
        for (SyntheticPerson person : Population.load().people()) {
            person.password()
                    .ifPresent(password -> registry.find(realm, person.civil().nationalId())
                            .ifPresent(citizen -> set(citizen, password)));
        }
    }

    private void set(Citizen citizen, String password) {
        UserModel user = session.users().getUserById(realm, citizen.userId());
        if (user != null && !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            user.credentialManager().updateCredential(UserCredentialModel.password(password));
        }
    }
}

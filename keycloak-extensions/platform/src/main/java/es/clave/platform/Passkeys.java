package es.clave.platform;

import java.util.Comparator;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** The passkeys of a citizen, in Keycloak's credential store. */
public final class Passkeys {

    /** Keycloak's required action that adds one. It runs only at the request of {@link #CLIENT_ID}. */
    public static final String ENROLMENT = "clave-passkey";

    /** The client by which citizens see, add and remove theirs: that of Mi Cl@ve. */
    public static final String CLIENT_ID = "clave-account";

    /** The type of their credentials. */
    public static final String TYPE = WebAuthnCredentialModel.TYPE_PASSWORDLESS;

    private Passkeys() {}

    /** Those of this user, the oldest first. */
    public static List<CredentialModel> of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .sorted(Comparator.comparing(CredentialModel::getCreatedDate))
                .toList();
    }
}

package es.clave.login.permanent;

import es.clave.login.password.BlockedPasswords;
import es.clave.login.password.BlockedPasswordsFactory;
import es.clave.login.password.PasswordStrength;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** Passwords in Keycloak's credential store, hashed by Keycloak and judged by the realm's password policy. */
final class Passwords {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PermanentSettings settings;

    Passwords(KeycloakSession session, RealmModel realm, PermanentSettings settings) {
        this.session = session;
        this.realm = realm;
        this.settings = settings;
    }

    static boolean has(UserModel user) {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    /** Whether it is the password of this user. With no user, or one without a password, takes the same time and says no. */
    boolean matches(Optional<UserModel> user, String typed) {
        Optional<UserModel> withPassword = user.filter(Passwords::has);
        if (withPassword.isPresent()) {
            return withPassword.get().credentialManager().isValid(UserCredentialModel.password(normal(typed)));
        }
        hashForNothing(normal(typed));
        return false;
    }

    private void hashForNothing(String typed) {
        PasswordPolicy policy = realm.getPasswordPolicy();
        PasswordHashProvider hashing = policy.getHashAlgorithm() == null
                ? session.getProvider(PasswordHashProvider.class)
                : session.getProvider(PasswordHashProvider.class, policy.getHashAlgorithm());
        hashing.encodedCredential(typed, policy.getHashIterations());
    }

    /** What is wrong with it as a new password of this user. */
    Optional<FormMessage> mistake(UserModel user, String field, String typed) {
        String password = normal(typed);
        int least = settings.leastLength(realm);
        if (password.length() < least) {
            return Optional.of(new FormMessage(field, "invalidPasswordMinLengthMessage", least));
        }
        PolicyError error =
                session.getProvider(PasswordPolicyManagerProvider.class).validate(realm, user, password);
        return Optional.ofNullable(error)
                .map(wrong -> new FormMessage(field, wrong.getMessage(), wrong.getParameters()));
    }

    /** Sets it, in the transaction of the session. */
    void set(UserModel user, String typed) {
        user.credentialManager().updateCredential(UserCredentialModel.password(normal(typed)));
    }

    PasswordStrength strength(UserModel user, String typed) {
        BlockedPasswords policy = (BlockedPasswords)
                session.getProvider(PasswordPolicyProvider.class, BlockedPasswordsFactory.PROVIDER_ID);
        return policy.strength(realm, user, normal(typed));
    }

    /** Whether the realm's policy lets passwords expire, and this one has. */
    boolean expired(UserModel user, Clock clock) {
        int days = realm.getPasswordPolicy().getDaysToExpirePassword();
        return days > 0
                && user.credentialManager()
                        .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                        .map(CredentialModel::getCreatedDate)
                        .anyMatch(set -> Instant.ofEpochMilli(set)
                                .plus(Duration.ofDays(days))
                                .isBefore(clock.instant()));
    }

    /** The same characters, whichever way a keyboard composes them: NIST SP 800-63B-4, 3.1.1.2. */
    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }
}

package es.clave.login.permanent;

import es.clave.challenge.FailurePolicy;
import es.clave.challenge.Throttle;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The lock after too many wrong passwords in a row. A try is counted before it is made: of many at once, no more are
 * compared than may be.
 */
final class PasswordLock {

    private final Throttle throttle;
    private final RealmModel realm;
    private final FailurePolicy policy;
    private final int most;

    PasswordLock(KeycloakSession session, RealmModel realm, PermanentSettings settings) {
        this.throttle = session.getProvider(Throttle.class);
        this.realm = realm;
        this.policy = settings.lock();
        this.most = settings.wrongPasswords();
    }

    /** Whether one may try, and how many tries are left if this one is wrong. */
    sealed interface Try {

        /** One may; if it is wrong, so many are left. */
        record Allowed(int left) implements Try {}

        /** No more tries until a password is set anew. */
        record Locked() implements Try {}
    }

    /** Takes one of the tries of this subject. */
    Try take(String subject) {
        if (throttle.standing(realm.getId(), policy, subject) instanceof Throttle.Standing.Disabled) {
            return new Try.Locked();
        }
        Throttle.Standing standing = throttle.failed(realm.getId(), policy, subject);
        return standing instanceof Throttle.Standing.Open open
                ? new Try.Allowed(most - open.failuresInARow())
                : new Try.Locked();
    }

    /** The password was right, or was set anew: all tries are there again. */
    void open(String subject) {
        throttle.succeeded(realm.getId(), policy, subject);
    }
}

package es.clave.login.password;

import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** Refuses passwords that others try first: the citizen's number and names, leaked ones, and what is guessed at once. */
public final class BlockedPasswords implements PasswordPolicyProvider {

    private static final PersonalWords NOBODYS = new PersonalWords(List.of(), List.of());

    private final KeycloakSession session;
    private final Supplier<LeakedPasswords> leaked;
    private final Supplier<PasswordStrength.Meter> meter;

    BlockedPasswords(
            KeycloakSession session, Supplier<LeakedPasswords> leaked, Supplier<PasswordStrength.Meter> meter) {
        this.session = session;
        this.leaked = leaked;
        this.meter = meter;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        return judge(words(realm, user), password);
    }

    @Override
    public PolicyError validate(String user, String password) {
        return judge(NOBODYS, password);
    }

    private PolicyError judge(PersonalWords personal, String password) {
        return mistake(personal, password).map(PolicyError::new).orElse(null);
    }

    /** The key of what is wrong with it. */
    Optional<String> mistake(PersonalWords personal, String password) {
        if (personal.numberIn(password)) {
            return Optional.of("passwordHasNumber");
        }
        if (personal.nameIn(password)) {
            return Optional.of("passwordHasName");
        }
        if (leaked.get().has(password)) {
            return Optional.of("passwordLeaked");
        }
        boolean guessed = meter.get().of(password, personal.all()).compareTo(PasswordStrength.FAIR) < 0;
        return guessed ? Optional.of("passwordGuessable") : Optional.empty();
    }

    /** How hard this password of this citizen is to guess. */
    public PasswordStrength strength(RealmModel realm, UserModel user, String password) {
        return meter.get().of(password, words(realm, user).all());
    }

    private PersonalWords words(RealmModel realm, UserModel user) {
        Optional<Citizen> citizen = session.getProvider(CitizenRegistry.class).findByUserId(realm, user.getId());
        return citizen.map(PersonalWords::of).orElse(NOBODYS);
    }

    @Override
    public Object parseConfig(String value) {
        return value;
    }

    @Override
    public void close() {}
}

package es.clave.login.password;

import java.util.List;
import java.util.function.IntPredicate;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** Wants characters of so many of four classes: capitals, small letters, digits, others. For realms that must have it. */
final class CharacterClasses implements PasswordPolicyProvider {

    static final int DEFAULT = 3;

    private static final List<IntPredicate> CLASSES = List.of(
            Character::isUpperCase,
            Character::isLowerCase,
            Character::isDigit,
            character -> !Character.isLetterOrDigit(character));

    private final KeycloakContext context;

    CharacterClasses(KeycloakContext context) {
        this.context = context;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        Integer wanted = realm.getPasswordPolicy().getPolicyConfig(CharacterClassesFactory.PROVIDER_ID);
        return has(password, wanted) ? null : new PolicyError("passwordCharacterClasses", wanted);
    }

    @Override
    public PolicyError validate(String user, String password) {
        return validate(context.getRealm(), null, password);
    }

    static boolean has(String password, int wanted) {
        return CLASSES.stream().filter(kind -> password.chars().anyMatch(kind)).count() >= wanted;
    }

    @Override
    public Object parseConfig(String value) {
        return parseInteger(value, DEFAULT);
    }

    @Override
    public void close() {}
}

package es.clave.login.password;

import java.util.function.Supplier;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/** Makes the password policy {@code clave-blocked}. What it compares with is loaded once, by the first who needs it. */
public final class BlockedPasswordsFactory implements PasswordPolicyProviderFactory {

    public static final String PROVIDER_ID = "clave-blocked";

    private final Supplier<LeakedPasswords> leaked = new Lazily<>(LeakedPasswords::load);
    private final Supplier<PasswordStrength.Meter> meter = new Lazily<>(PasswordStrength.Meter::new);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new BlockedPasswords(session, leaked, meter);
    }

    @Override
    public String getDisplayName() {
        return "Cl@ve: not the number, not the names, not leaked, not guessed at once";
    }

    @Override
    public String getConfigType() {
        return null;
    }

    @Override
    public String getDefaultConfigValue() {
        return null;
    }

    @Override
    public boolean isMultiplSupported() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package es.clave.login;

import es.clave.challenge.CitizenFailures;
import es.clave.challenge.FailurePolicy;
import es.clave.challenge.SourceLimits;
import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.LevelTable;
import es.clave.identity.RegistrationLevel;
import es.clave.platform.RealmSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What all ways to log in share: the level table and the limits. One authenticator configuration, found by its alias. */
public final class SharedSettings {

    private final RealmModel realm;
    private final RealmSettings settings;

    private SharedSettings(RealmModel realm) {
        this.realm = realm;
        this.settings =
                RealmSettings.of(Optional.ofNullable(realm.getAuthenticatorConfigByAlias(SourceLimits.CONFIG_ALIAS)));
    }

    /** The settings of this realm. */
    public static SharedSettings of(RealmModel realm) {
        return new SharedSettings(realm);
    }

    /** The fields that the console shows. */
    public static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        for (AuthenticationMethod method : Methods.all()) {
            for (RegistrationLevel registration : RegistrationLevel.values()) {
                properties.add(levelProperty(method, registration));
            }
        }
        properties.addAll(CitizenFailures.properties());
        properties.addAll(SourceLimits.properties());
        return properties;
    }

    private static ProviderConfigProperty levelProperty(AuthenticationMethod method, RegistrationLevel registration) {
        AssuranceLevel byDefault = LevelTable.defaults().reached(method, registration);
        ProviderConfigProperty property = new ProviderConfigProperty(
                levelKey(method, registration),
                "Level of " + method + " for " + registration,
                "The eIDAS assurance level that " + method + " reaches for citizens registered at level " + registration
                        + ". Default " + byDefault + ".",
                ProviderConfigProperty.LIST_TYPE,
                byDefault.name());
        property.setOptions(
                Arrays.stream(AssuranceLevel.values()).map(Enum::name).toList());
        return property;
    }

    private static String levelKey(AuthenticationMethod method, RegistrationLevel registration) {
        return "level." + method + "." + registration;
    }

    /** The level table of this realm. */
    public LevelTable levels() {
        LevelTable table = LevelTable.defaults();
        for (AuthenticationMethod method : Methods.all()) {
            table = table.with(
                    method,
                    new LevelTable.Row(
                            level(method, RegistrationLevel.BASIC), level(method, RegistrationLevel.ADVANCED)));
        }
        return table;
    }

    private AssuranceLevel level(AuthenticationMethod method, RegistrationLevel registration) {
        return settings.choice(
                levelKey(method, registration),
                AssuranceLevel.class,
                LevelTable.defaults().reached(method, registration));
    }

    /** What a citizen's failures cost. */
    public FailurePolicy failures() {
        return CitizenFailures.policy(realm);
    }
}

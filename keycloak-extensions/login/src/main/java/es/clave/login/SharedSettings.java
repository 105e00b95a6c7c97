package es.clave.login;

import es.clave.challenge.FailurePolicy;
import es.clave.challenge.SourceLimits;
import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.LevelTable;
import es.clave.identity.RegistrationLevel;
import es.clave.platform.NumberSetting;
import es.clave.platform.RealmSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What all ways to log in share: the level table and the limits. One authenticator configuration, found by its alias. */
public final class SharedSettings {

    private static final NumberSetting FAILURES = new NumberSetting(
            "failures", "Failures before a pause", "So many failed attempts of a citizen bring a pause.", 10, 3, 100);
    private static final NumberSetting FAILURES_MINUTES = new NumberSetting(
            "failures.minutes", "Failures count for (minutes)", "How long a failed attempt is counted.", 15, 1, 1440);
    private static final NumberSetting PAUSE_MINUTES = new NumberSetting(
            "pause.minutes",
            "First pause (minutes)",
            "How long a citizen waits after too many failures. Each further pause is twice as long.",
            15,
            1,
            1440);
    private static final NumberSetting LONGEST_PAUSE_HOURS = new NumberSetting(
            "pause.longest.hours", "Longest pause (hours)", "Where the doubling of the pause ends.", 24, 1, 168);
    private static final NumberSetting DISABLE_AFTER = new NumberSetting(
            "failures.disable",
            "Failures in a row that disable",
            "So many failed attempts without a success between disable the way to log in until it is bound anew.",
            100,
            10,
            1000);
    private final RealmSettings settings;

    private SharedSettings(RealmSettings settings) {
        this.settings = settings;
    }

    /** The settings of this realm. */
    public static SharedSettings of(RealmModel realm) {
        return new SharedSettings(
                RealmSettings.of(Optional.ofNullable(realm.getAuthenticatorConfigByAlias(SourceLimits.CONFIG_ALIAS))));
    }

    /** The fields that the console shows. */
    public static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        for (AuthenticationMethod method : Methods.all()) {
            for (RegistrationLevel registration : RegistrationLevel.values()) {
                properties.add(levelProperty(method, registration));
            }
        }
        for (NumberSetting setting :
                List.of(FAILURES, FAILURES_MINUTES, PAUSE_MINUTES, LONGEST_PAUSE_HOURS, DISABLE_AFTER)) {
            properties.add(setting.property());
        }
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
        return new FailurePolicy(
                "login-failures",
                settings.number(FAILURES),
                Duration.ofMinutes(settings.number(FAILURES_MINUTES)),
                Duration.ofMinutes(settings.number(PAUSE_MINUTES)),
                Duration.ofHours(settings.number(LONGEST_PAUSE_HOURS)),
                settings.number(DISABLE_AFTER));
    }
}

package es.clave.registration.retention;

import es.clave.platform.NumberSetting;
import es.clave.platform.RealmSettings;
import es.clave.registration.RegistrationSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** How long what is known of people who left is kept. */
public record RetentionSettings(RealmSettings settings) {

    /**
     * Three years: as long as very serious infringements of data protection can be pursued (Ley Orgánica 3/2018, art. 72),
     * for which data must be kept, blocked, and no longer (art. 32).
     */
    private static final NumberSetting RENOUNCED_DAYS = new NumberSetting(
            "renounced.days",
            "Renounced citizens are kept (days)",
            "How long after renouncing all that is known of a citizen is erased, except the audit log, which names nobody.",
            1096,
            1,
            36500);

    static RetentionSettings of(RealmModel realm) {
        return new RetentionSettings(RealmSettings.of(
                Optional.ofNullable(realm.getAuthenticatorConfigByAlias(RegistrationSettings.CONFIG_ALIAS))));
    }

    /** For the console. */
    public static List<ProviderConfigProperty> properties() {
        return Stream.of(RENOUNCED_DAYS).map(NumberSetting::property).toList();
    }

    /** How long after renouncing. */
    Duration renounced() {
        return Duration.ofDays(settings.number(RENOUNCED_DAYS));
    }
}

package es.clave.challenge;

import es.clave.platform.NumberSetting;
import es.clave.platform.RealmSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What a citizen's failures cost, wherever they are made: at the login by any way, and in activating the app. */
public final class CitizenFailures {

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

    private CitizenFailures() {}

    /** The policy of this realm. */
    public static FailurePolicy policy(RealmModel realm) {
        RealmSettings settings =
                RealmSettings.of(Optional.ofNullable(realm.getAuthenticatorConfigByAlias(SourceLimits.CONFIG_ALIAS)));
        return new FailurePolicy(
                "login-failures",
                settings.number(FAILURES),
                Duration.ofMinutes(settings.number(FAILURES_MINUTES)),
                Duration.ofMinutes(settings.number(PAUSE_MINUTES)),
                Duration.ofHours(settings.number(LONGEST_PAUSE_HOURS)),
                settings.number(DISABLE_AFTER));
    }

    /** The fields that the console shows. */
    public static List<ProviderConfigProperty> properties() {
        return Stream.of(FAILURES, FAILURES_MINUTES, PAUSE_MINUTES, LONGEST_PAUSE_HOURS, DISABLE_AFTER)
                .map(NumberSetting::property)
                .toList();
    }
}

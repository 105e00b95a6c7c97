package es.clave.registration;

import es.clave.challenge.FailurePolicy;
import es.clave.platform.NumberSetting;
import es.clave.platform.RealmSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** The numbers of the registration. One authenticator configuration, found by its alias: the desk needs them too. */
public record RegistrationSettings(RealmSettings settings) {

    /** The alias of the configuration that holds them. */
    public static final String CONFIG_ALIAS = "clave registration";

    private static final NumberSetting DOCUMENT_FAILURES = new NumberSetting(
            "document.failures",
            "Wrong data before a pause",
            "So many wrong contrast data of one DNI or NIE bring a pause for that document, wherever they are typed.",
            10,
            3,
            100);
    private static final NumberSetting DOCUMENT_FAILURES_MINUTES = new NumberSetting(
            "document.failures.minutes",
            "Wrong data count for (minutes)",
            "How long a wrong contrast datum is counted.",
            15,
            1,
            1440);
    private static final NumberSetting DOCUMENT_PAUSE_MINUTES = new NumberSetting(
            "document.pause.minutes",
            "First pause of a document (minutes)",
            "How long nobody can begin with that document. Each further pause is twice as long.",
            15,
            1,
            1440);
    private static final NumberSetting DOCUMENT_LONGEST_PAUSE_HOURS = new NumberSetting(
            "document.pause.longest.hours",
            "Longest pause of a document (hours)",
            "Where the doubling of the pause ends.",
            24,
            1,
            168);

    static RegistrationSettings of(RealmModel realm) {
        return new RegistrationSettings(
                RealmSettings.of(Optional.ofNullable(realm.getAuthenticatorConfigByAlias(CONFIG_ALIAS))));
    }

    static List<ProviderConfigProperty> properties() {
        return Stream.of(
                        DOCUMENT_FAILURES,
                        DOCUMENT_FAILURES_MINUTES,
                        DOCUMENT_PAUSE_MINUTES,
                        DOCUMENT_LONGEST_PAUSE_HOURS)
                .map(NumberSetting::property)
                .toList();
    }

    /** What wrong data cost a document. It is never disabled: its holder may know nothing of who tries. */
    FailurePolicy documents() {
        return new FailurePolicy(
                "registration-documents",
                settings.number(DOCUMENT_FAILURES),
                Duration.ofMinutes(settings.number(DOCUMENT_FAILURES_MINUTES)),
                Duration.ofMinutes(settings.number(DOCUMENT_PAUSE_MINUTES)),
                Duration.ofHours(settings.number(DOCUMENT_LONGEST_PAUSE_HOURS)),
                Integer.MAX_VALUE);
    }
}

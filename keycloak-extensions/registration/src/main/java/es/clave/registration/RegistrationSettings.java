package es.clave.registration;

import es.clave.challenge.CodePolicy;
import es.clave.challenge.FailurePolicy;
import es.clave.challenge.Limit;
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

    private static final NumberSetting FAILURES = new NumberSetting(
            "failures",
            "Failures before a pause",
            "So many wrong contrast data of one DNI or NIE, or wrong codes for one person, bring a pause, wherever they are typed.",
            10,
            3,
            100);
    private static final NumberSetting FAILURES_MINUTES = new NumberSetting(
            "failures.minutes", "Failures count for (minutes)", "How long a failure is counted.", 15, 1, 1440);
    private static final NumberSetting PAUSE_MINUTES = new NumberSetting(
            "pause.minutes",
            "First pause (minutes)",
            "How long a person waits after too many failures. Each further pause is twice as long.",
            15,
            1,
            1440);
    private static final NumberSetting LONGEST_PAUSE_HOURS = new NumberSetting(
            "pause.longest.hours", "Longest pause (hours)", "Where the doubling of the pause ends.", 24, 1, 168);

    private static final NumberSetting CODE_MINUTES = new NumberSetting(
            "phone.code.minutes",
            "Lifetime of a code (minutes)",
            "How long the code can be used that proves a mobile.",
            10,
            1,
            60);
    private static final NumberSetting CODE_TRIES = new NumberSetting(
            "phone.code.tries", "Tries of a code", "So many wrong answers make a code useless.", 5, 1, 10);
    private static final NumberSetting CODE_RESEND_SECONDS = new NumberSetting(
            "phone.code.resend.seconds",
            "Wait before another code (seconds)",
            "How long a citizen waits before asking for another code.",
            30,
            1,
            600);
    private static final NumberSetting CODES_HOURLY = new NumberSetting(
            "phone.code.hourly",
            "Codes an hour",
            "How many codes are sent in an hour to one mobile, and for one person.",
            5,
            1,
            100);
    private static final NumberSetting CODES_DAILY = new NumberSetting(
            "phone.code.daily",
            "Codes a day",
            "How many codes are sent in a day to one mobile, and for one person.",
            10,
            1,
            100);

    /** The settings of this realm. */
    public static RegistrationSettings of(RealmModel realm) {
        return new RegistrationSettings(
                RealmSettings.of(Optional.ofNullable(realm.getAuthenticatorConfigByAlias(CONFIG_ALIAS))));
    }

    static List<ProviderConfigProperty> properties() {
        return Stream.of(
                        FAILURES,
                        FAILURES_MINUTES,
                        PAUSE_MINUTES,
                        LONGEST_PAUSE_HOURS,
                        CODE_MINUTES,
                        CODE_TRIES,
                        CODE_RESEND_SECONDS,
                        CODES_HOURLY,
                        CODES_DAILY)
                .map(NumberSetting::property)
                .toList();
    }

    /** What wrong data cost a document. It is never disabled: its holder may know nothing of who tries. */
    public FailurePolicy documents() {
        return new FailurePolicy(
                "registration-documents",
                settings.number(FAILURES),
                Duration.ofMinutes(settings.number(FAILURES_MINUTES)),
                Duration.ofMinutes(settings.number(PAUSE_MINUTES)),
                Duration.ofHours(settings.number(LONGEST_PAUSE_HOURS)),
                Integer.MAX_VALUE);
    }

    /** What wrong codes cost a person; the numbers are those of the login. */
    public FailurePolicy phoneFailures() {
        return new FailurePolicy(
                "registration-phone",
                settings.number(FAILURES),
                Duration.ofMinutes(settings.number(FAILURES_MINUTES)),
                Duration.ofMinutes(settings.number(PAUSE_MINUTES)),
                Duration.ofHours(settings.number(LONGEST_PAUSE_HOURS)),
                Integer.MAX_VALUE);
    }

    /** The code that proves a mobile. */
    public CodePolicy phoneCode() {
        return new CodePolicy(Duration.ofMinutes(phoneCodeMinutes()), settings.number(CODE_TRIES));
    }

    /** How long it lives. */
    public int phoneCodeMinutes() {
        return settings.number(CODE_MINUTES);
    }

    /** How long one waits for another. */
    public Duration phoneResendWait() {
        return Duration.ofSeconds(settings.number(CODE_RESEND_SECONDS));
    }

    /** One code after the other. */
    public Limit phoneSpacing() {
        return new Limit("registration-phone-spacing", List.of(new Limit.Window(1, phoneResendWait())));
    }

    /** How many codes are sent for one person. */
    public Limit phoneCodesPerPerson() {
        return codes("registration-phone-person");
    }

    /** How many codes are sent to one mobile, whoever asks. */
    public Limit phoneCodesPerNumber() {
        return codes("registration-phone-number");
    }

    private Limit codes(String name) {
        return new Limit(
                name,
                List.of(
                        new Limit.Window(settings.number(CODES_HOURLY), Duration.ofHours(1)),
                        new Limit.Window(settings.number(CODES_DAILY), Duration.ofDays(1))));
    }
}

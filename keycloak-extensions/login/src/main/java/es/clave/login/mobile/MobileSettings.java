package es.clave.login.mobile;

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

/** The numbers of Cl@ve Móvil, and where the app is. */
public record MobileSettings(RealmSettings settings) {

    /** The alias of the configuration of the step {@code clave-ways}, which holds them. */
    private static final String CONFIG_ALIAS = "clave ways";

    private static final String APP_ADDRESS = "mobile.app.address";

    private static final NumberSetting LIFETIME_MINUTES = new NumberSetting(
            "mobile.lifetime.minutes",
            "App request (minutes)",
            "How long a QR, or another request for the app, can be confirmed.",
            5,
            1,
            15);
    private static final NumberSetting SMS_AFTER_SECONDS = new NumberSetting(
            "mobile.sms.after.seconds",
            "Offer of an SMS after (seconds)",
            "How long a request waits for the app before a PIN by SMS is offered.",
            60,
            0,
            300);
    private static final NumberSetting SPACING_SECONDS = new NumberSetting(
            "mobile.spacing.seconds",
            "Wait before another app request (seconds)",
            "How long a citizen waits before another request goes to the app.",
            30,
            1,
            600);
    private static final NumberSetting PER_HOUR = new NumberSetting(
            "mobile.hourly", "App requests an hour", "How many requests a citizen's app gets in an hour.", 10, 1, 100);
    private static final NumberSetting PER_DAY = new NumberSetting(
            "mobile.daily", "App requests a day", "How many requests a citizen's app gets in a day.", 30, 1, 100);
    private static final NumberSetting UNANSWERED = new NumberSetting(
            "mobile.unanswered",
            "Unanswered app requests before a pause",
            "So many requests in an hour that nobody confirmed bring a pause.",
            3,
            1,
            20);
    private static final NumberSetting PAUSE_MINUTES = new NumberSetting(
            "mobile.pause.minutes",
            "First pause of app requests (minutes)",
            "How long no request goes to an app that does not answer. Each further pause is twice as long, up to a day.",
            15,
            1,
            1440);

    /** There is no number of unanswered requests that disables: the QR and the other ways stay. */
    private static final int NEVER = Integer.MAX_VALUE;

    /** Those of this realm. */
    public static MobileSettings of(RealmModel realm) {
        return new MobileSettings(
                RealmSettings.of(Optional.ofNullable(realm.getAuthenticatorConfigByAlias(CONFIG_ALIAS))));
    }

    /** The fields that the console shows. */
    static List<ProviderConfigProperty> properties() {
        ProviderConfigProperty address = new ProviderConfigProperty(
                APP_ADDRESS,
                "Address of the app",
                "Where the app is, for QR and links. Cl@ve Móvil is offered only where there is one. Default .",
                ProviderConfigProperty.STRING_TYPE,
                "");
        return Stream.concat(
                        Stream.of(address),
                        Stream.of(
                                        LIFETIME_MINUTES,
                                        SMS_AFTER_SECONDS,
                                        SPACING_SECONDS,
                                        PER_HOUR,
                                        PER_DAY,
                                        UNANSWERED,
                                        PAUSE_MINUTES)
                                .map(NumberSetting::property))
                .toList();
    }

    /** Whether the app is anywhere. */
    public boolean hasApp() {
        return !appAddress().isEmpty();
    }

    String appAddress() {
        return settings.text(APP_ADDRESS);
    }

    Duration lifetime() {
        return Duration.ofMinutes(settings.number(LIFETIME_MINUTES));
    }

    Duration smsAfter() {
        return Duration.ofSeconds(settings.number(SMS_AFTER_SECONDS));
    }

    Limit spacing() {
        return new Limit(
                "app-spacing", List.of(new Limit.Window(1, Duration.ofSeconds(settings.number(SPACING_SECONDS)))));
    }

    Limit requestsPerCitizen() {
        return new Limit(
                "app-requests",
                List.of(
                        new Limit.Window(settings.number(PER_HOUR), Duration.ofHours(1)),
                        new Limit.Window(settings.number(PER_DAY), Duration.ofDays(1))));
    }

    FailurePolicy unanswered() {
        return new FailurePolicy(
                "app-unanswered",
                settings.number(UNANSWERED),
                Duration.ofHours(1),
                Duration.ofMinutes(settings.number(PAUSE_MINUTES)),
                Duration.ofDays(1),
                NEVER);
    }
}

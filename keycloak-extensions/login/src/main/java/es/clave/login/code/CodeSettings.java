package es.clave.login.code;

import es.clave.challenge.CodePolicy;
import es.clave.challenge.Limit;
import es.clave.platform.NumberSetting;
import es.clave.platform.RealmSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.provider.ProviderConfigProperty;

/** The numbers of codes by SMS, whatever they are for: all uses together have what is allowed. */
public record CodeSettings(RealmSettings settings) {

    private static final NumberSetting LIFETIME_MINUTES = new NumberSetting(
            "pin.lifetime.minutes",
            "Lifetime (minutes)",
            "How long a PIN, or another code by SMS, can be used after it was sent.",
            10,
            1,
            60);
    private static final NumberSetting TRIES =
            new NumberSetting("pin.tries", "Tries", "So many wrong answers make a PIN useless.", 5, 1, 10);
    private static final NumberSetting RESEND_SECONDS = new NumberSetting(
            "pin.resend.seconds",
            "Wait before another (seconds)",
            "How long a citizen waits before asking for another PIN.",
            30,
            1,
            600);
    private static final NumberSetting PER_HOUR = new NumberSetting(
            "pin.hourly", "PINs an hour", "How many PINs are sent to a citizen in an hour.", 5, 1, 100);
    private static final NumberSetting PER_DAY =
            new NumberSetting("pin.daily", "PINs a day", "How many PINs are sent to a citizen in a day.", 10, 1, 100);

    /** Those of the step that this login is at. */
    public static CodeSettings of(AuthenticationFlowContext context) {
        return new CodeSettings(RealmSettings.of(Optional.ofNullable(context.getAuthenticatorConfig())));
    }

    /** The fields that the console shows. */
    public static List<ProviderConfigProperty> properties() {
        return Stream.of(LIFETIME_MINUTES, TRIES, RESEND_SECONDS, PER_HOUR, PER_DAY)
                .map(NumberSetting::property)
                .toList();
    }

    CodePolicy code() {
        return new CodePolicy(Duration.ofMinutes(lifetimeMinutes()), settings.number(TRIES));
    }

    int lifetimeMinutes() {
        return settings.number(LIFETIME_MINUTES);
    }

    Duration resendWait() {
        return Duration.ofSeconds(settings.number(RESEND_SECONDS));
    }

    /** One after the other. */
    Limit spacing() {
        return new Limit("pin-spacing", List.of(new Limit.Window(1, resendWait())));
    }

    /** How many PINs a citizen gets. */
    Limit codesPerCitizen() {
        return new Limit(
                "pin-codes",
                List.of(
                        new Limit.Window(settings.number(PER_HOUR), Duration.ofHours(1)),
                        new Limit.Window(settings.number(PER_DAY), Duration.ofDays(1))));
    }
}

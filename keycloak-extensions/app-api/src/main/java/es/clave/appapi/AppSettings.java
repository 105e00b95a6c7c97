package es.clave.appapi;

import es.clave.challenge.CodePolicy;
import es.clave.challenge.Limit;
import es.clave.registry.Devices;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * What the API is set to, by options of the server.
 *
 * @param mostDevices how many a citizen has
 * @param nonceLifetime how long a proof may be made with a nonce
 * @param clockSkew how far the clock of a device may be off
 * @param code the code that activates
 * @param resendWait until another code may be asked for
 * @param codesPerCitizen shared with Cl@ve PIN: all codes of a citizen count together
 * @param pushHosts whom push messages are sent to; {@code *.} stands for all names below
 */
public record AppSettings(
        int mostDevices,
        Duration nonceLifetime,
        Duration clockSkew,
        CodePolicy code,
        Duration resendWait,
        Limit codesPerCitizen,
        List<String> pushHosts) {

    private static final String MOST_DEVICES = "devices";
    private static final String NONCE_SECONDS = "nonce-seconds";
    private static final String SKEW_SECONDS = "clock-skew-seconds";
    private static final String CODE_MINUTES = "code-minutes";
    private static final String CODE_TRIES = "code-tries";
    private static final String RESEND_SECONDS = "resend-seconds";
    private static final String CODES_PER_HOUR = "codes-per-hour";
    private static final String CODES_PER_DAY = "codes-per-day";
    private static final String PUSH_HOSTS = "push-hosts";

    private static final int DEFAULT_NONCE_SECONDS = 300;
    private static final int DEFAULT_SKEW_SECONDS = 300;
    private static final int DEFAULT_CODE_MINUTES = 10;
    private static final int DEFAULT_TRIES = 5;
    private static final int DEFAULT_RESEND_SECONDS = 30;
    private static final int DEFAULT_PER_HOUR = 5;
    private static final int DEFAULT_PER_DAY = 10;

    /** The push services of Chrome, Firefox, Edge and Safari. */
    private static final String DEFAULT_PUSH_HOSTS =
            "fcm.googleapis.com,*.push.services.mozilla.com,*.notify.windows.com,*.push.apple.com";

    static AppSettings from(Config.Scope config) {
        return new AppSettings(
                config.getInt(MOST_DEVICES, Devices.MOST_BY_DEFAULT),
                Duration.ofSeconds(config.getInt(NONCE_SECONDS, DEFAULT_NONCE_SECONDS)),
                Duration.ofSeconds(config.getInt(SKEW_SECONDS, DEFAULT_SKEW_SECONDS)),
                new CodePolicy(
                        Duration.ofMinutes(config.getInt(CODE_MINUTES, DEFAULT_CODE_MINUTES)),
                        config.getInt(CODE_TRIES, DEFAULT_TRIES)),
                Duration.ofSeconds(config.getInt(RESEND_SECONDS, DEFAULT_RESEND_SECONDS)),
                // The name under which Cl@ve PIN counts.
                new Limit(
                        "pin-codes",
                        List.of(
                                new Limit.Window(config.getInt(CODES_PER_HOUR, DEFAULT_PER_HOUR), Duration.ofHours(1)),
                                new Limit.Window(config.getInt(CODES_PER_DAY, DEFAULT_PER_DAY), Duration.ofDays(1)))),
                Arrays.stream(config.get(PUSH_HOSTS, DEFAULT_PUSH_HOSTS).split(","))
                        .map(String::strip)
                        .toList());
    }

    /** One code after the other. */
    public Limit spacing() {
        return new Limit("pin-spacing", List.of(new Limit.Window(1, resendWait)));
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder options = ProviderConfigurationBuilder.create();
        number(options, MOST_DEVICES, Devices.MOST_BY_DEFAULT, "How many devices a citizen has at most.");
        number(options, NONCE_SECONDS, DEFAULT_NONCE_SECONDS, "How long a proof may be made with a nonce.");
        number(options, SKEW_SECONDS, DEFAULT_SKEW_SECONDS, "How far the clock of a device may be off.");
        number(options, CODE_MINUTES, DEFAULT_CODE_MINUTES, "How long the code that activates can be used.");
        number(options, CODE_TRIES, DEFAULT_TRIES, "So many wrong answers make it useless.");
        number(options, RESEND_SECONDS, DEFAULT_RESEND_SECONDS, "Until another code may be asked for.");
        number(options, CODES_PER_HOUR, DEFAULT_PER_HOUR, "Codes for a citizen in an hour, with those of Cl@ve PIN.");
        number(options, CODES_PER_DAY, DEFAULT_PER_DAY, "The same in a day.");
        options.property()
                .name(PUSH_HOSTS)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("The hosts that push messages are sent to, between commas; *. stands for all names below.")
                .defaultValue(DEFAULT_PUSH_HOSTS)
                .add();
        return options.build();
    }

    private static void number(ProviderConfigurationBuilder options, String name, int byDefault, String help) {
        options.property()
                .name(name)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText(help)
                .defaultValue(byDefault)
                .add();
    }
}

package es.clave.messaging.webpush;

import com.interaso.webpush.VapidKeys;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The options of {@code spi-clave-push--webpush}.
 *
 * @param contact whom push services turn to: an address of {@code mailto:} or {@code https:}
 */
record WebPushSettings(VapidKeys keys, URI contact, Duration connectTimeout, Duration responseTimeout) {

    private static final String PUBLIC_KEY = "public-key";
    private static final String PRIVATE_KEY = "private-key";
    private static final String CONTACT = "contact";
    private static final String CONNECT_TIMEOUT = "connect-timeout-seconds";
    private static final String RESPONSE_TIMEOUT = "response-timeout-seconds";

    private static final int DEFAULT_CONNECT_TIMEOUT = 5;
    private static final int DEFAULT_RESPONSE_TIMEOUT = 10;

    /** @throws IllegalStateException where an option is missing */
    static WebPushSettings from(Config.Scope config) {
        return new WebPushSettings(
                VapidKeys.fromUncompressedBytes(required(config, PUBLIC_KEY), required(config, PRIVATE_KEY)),
                URI.create(required(config, CONTACT)),
                Duration.ofSeconds(config.getInt(CONNECT_TIMEOUT, DEFAULT_CONNECT_TIMEOUT)),
                Duration.ofSeconds(config.getInt(RESPONSE_TIMEOUT, DEFAULT_RESPONSE_TIMEOUT)));
    }

    private static String required(Config.Scope config, String option) {
        return Optional.ofNullable(config.get(option))
                .filter(value -> !value.isBlank())
                .orElseThrow(() ->
                        new IllegalStateException("Web Push needs the option spi-clave-push--webpush--" + option));
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder options = ProviderConfigurationBuilder.create();
        text(options, PUBLIC_KEY, "The VAPID key that apps subscribe with: an uncompressed point on P-256, base64url.");
        text(
                options,
                PRIVATE_KEY,
                "Its private part, base64url. Give it by the environment. Apps must subscribe anew"
                        + " when it changes.");
        text(options, CONTACT, "Whom push services turn to: mailto:… or https:…");
        return options.property()
                .name(CONNECT_TIMEOUT)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("How long a push service may take to be reached.")
                .defaultValue(DEFAULT_CONNECT_TIMEOUT)
                .add()
                .property()
                .name(RESPONSE_TIMEOUT)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("How long a push service may take to answer.")
                .defaultValue(DEFAULT_RESPONSE_TIMEOUT)
                .add()
                .build();
    }

    private static void text(ProviderConfigurationBuilder options, String name, String help) {
        options.property()
                .name(name)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText(help)
                .add();
    }

    @Override
    public String toString() {
        return "WebPushSettings[****]";
    }
}

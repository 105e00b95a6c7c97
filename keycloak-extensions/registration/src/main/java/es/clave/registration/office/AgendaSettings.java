package es.clave.registration.office;

import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * How appointments are given.
 *
 * @param notice how long before it begins a slot can still be booked
 * @param horizon how far ahead slots are offered
 * @param retention how long a past appointment is kept
 * @param poll how often the jobs look for work
 * @param seedDemo whether the offices of the demo are put into the realm {@code clave}
 */
record AgendaSettings(Duration notice, Duration horizon, Duration retention, Duration poll, boolean seedDemo) {

    private static final String NOTICE = "notice-minutes";
    private static final String HORIZON = "horizon-days";
    private static final String RETENTION = "retention-days";
    private static final String POLL = "poll-seconds";
    private static final String SEED_DEMO = "seed-demo";

    private static final int DEFAULT_NOTICE = 60;
    private static final int DEFAULT_HORIZON = 28;
    private static final int DEFAULT_RETENTION = 7;
    private static final int DEFAULT_POLL = 60;

    static AgendaSettings from(Config.Scope config) {
        return new AgendaSettings(
                Duration.ofMinutes(bounded(config, NOTICE, DEFAULT_NOTICE, 0, 10_080)),
                Duration.ofDays(bounded(config, HORIZON, DEFAULT_HORIZON, 1, 180)),
                Duration.ofDays(bounded(config, RETENTION, DEFAULT_RETENTION, 1, 365)),
                Duration.ofSeconds(bounded(config, POLL, DEFAULT_POLL, 1, 3600)),
                config.getBoolean(SEED_DEMO, false));
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();
        number(
                builder,
                NOTICE,
                DEFAULT_NOTICE,
                "Minutes before it begins that a slot can still be booked. 0 to 10080.");
        number(builder, HORIZON, DEFAULT_HORIZON, "Days ahead that slots are offered. 1 to 180.");
        number(builder, RETENTION, DEFAULT_RETENTION, "Days that a past appointment is kept. 1 to 365.");
        number(builder, POLL, DEFAULT_POLL, "Seconds between two looks for appointments to remind of. 1 to 3600.");
        builder.property()
                .name(SEED_DEMO)
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .helpText(
                        "Whether the invented offices of the demo are put into the realm clave when the server starts, if"
                                + " it has none. For demonstrations and tests only.")
                .defaultValue(false)
                .add();
        return builder.build();
    }

    private static void number(ProviderConfigurationBuilder builder, String name, int value, String help) {
        builder.property()
                .name(name)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(value)
                .helpText(help)
                .add();
    }

    private static int bounded(Config.Scope config, String name, int otherwise, int least, int most) {
        int value = config.getInt(name, otherwise);
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "spi-clave-offices--jpa--" + name + " must be from " + least + " to " + most);
        }
        return value;
    }
}

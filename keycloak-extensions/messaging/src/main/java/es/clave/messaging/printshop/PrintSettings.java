package es.clave.messaging.printshop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The options of {@code spi-clave-letter--folder}.
 *
 * @param batchAfter so long the first letter of a batch waits for others
 * @param batchLetters the most that one batch holds
 * @param poll between two looks for letters, acknowledgements and batches that nobody acknowledged
 * @param acknowledgeWithin after this a batch without an acknowledgement is complained of
 * @param keep after this such a batch is erased
 */
record PrintSettings(
        Optional<Path> folder,
        Duration batchAfter,
        int batchLetters,
        Duration poll,
        Duration acknowledgeWithin,
        Duration keep) {

    static final String FOLDER = "folder";

    private static final String BATCH_MINUTES = "batch-minutes";
    private static final String BATCH_LETTERS = "batch-letters";
    private static final String POLL_SECONDS = "poll-seconds";
    private static final String ACKNOWLEDGE_HOURS = "acknowledge-hours";
    private static final String KEEP_DAYS = "keep-days";

    private static final int DEFAULT_BATCH_MINUTES = 60;
    private static final int DEFAULT_BATCH_LETTERS = 1000;
    private static final int DEFAULT_POLL_SECONDS = 30;
    private static final int DEFAULT_ACKNOWLEDGE_HOURS = 48;
    private static final int DEFAULT_KEEP_DAYS = 30;

    static PrintSettings from(Config.Scope config) {
        return new PrintSettings(
                Optional.ofNullable(config.get(FOLDER)).map(Path::of),
                Duration.ofMinutes(positive(config, BATCH_MINUTES, DEFAULT_BATCH_MINUTES)),
                positive(config, BATCH_LETTERS, DEFAULT_BATCH_LETTERS),
                Duration.ofSeconds(positive(config, POLL_SECONDS, DEFAULT_POLL_SECONDS)),
                Duration.ofHours(positive(config, ACKNOWLEDGE_HOURS, DEFAULT_ACKNOWLEDGE_HOURS)),
                Duration.ofDays(positive(config, KEEP_DAYS, DEFAULT_KEEP_DAYS)));
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create()
                .property()
                .name(FOLDER)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("The folder that Cl@ve and the print shop share; all nodes the same, on one file system.")
                .add();
        add(
                builder,
                BATCH_MINUTES,
                DEFAULT_BATCH_MINUTES,
                "Minutes that the first letter of a batch waits for others.");
        add(builder, BATCH_LETTERS, DEFAULT_BATCH_LETTERS, "The most letters that one batch holds.");
        add(builder, POLL_SECONDS, DEFAULT_POLL_SECONDS, "Seconds between two looks at the folder.");
        add(
                builder,
                ACKNOWLEDGE_HOURS,
                DEFAULT_ACKNOWLEDGE_HOURS,
                "Hours after which a batch without an acknowledgement is complained of in the log.");
        add(
                builder,
                KEEP_DAYS,
                DEFAULT_KEEP_DAYS,
                "Days after which a batch without an acknowledgement is erased, and its letters count as not posted.");
        return builder.build();
    }

    private static void add(ProviderConfigurationBuilder builder, String name, int value, String help) {
        builder.property()
                .name(name)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(value)
                .helpText(help)
                .add();
    }

    private static int positive(Config.Scope config, String name, int otherwise) {
        int value = config.getInt(name, otherwise);
        if (value <= 0) {
            throw new IllegalArgumentException("spi-clave-letter--folder--" + name + " must be positive");
        }
        return value;
    }
}

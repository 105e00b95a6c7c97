package es.clave.messaging;

import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The options of {@code spi-clave-outbox--jpa}.
 *
 * @param lease must be longer than any sender of SMS takes to answer or to give up waiting
 * @param postLease the same for mails and letters
 */
record OutboxSettings(
        Duration retryFirstDelay,
        Duration retryMaxDelay,
        Duration lease,
        Duration poll,
        int threads,
        Duration postRetryMaxDelay,
        Duration postLease,
        int postThreads,
        Duration retention) {

    private static final String RETRY_FIRST_DELAY = "retry-first-delay-seconds";
    private static final String RETRY_MAX_DELAY = "retry-max-delay-seconds";
    private static final String LEASE = "lease-seconds";
    private static final String POLL = "poll-seconds";
    private static final String THREADS = "threads";
    private static final String POST_RETRY_MAX_DELAY = "post-retry-max-delay-seconds";
    private static final String POST_LEASE = "post-lease-seconds";
    private static final String POST_THREADS = "post-threads";
    private static final String RETENTION = "retention-days";

    private static final int DEFAULT_RETRY_FIRST_DELAY = 2;
    private static final int DEFAULT_RETRY_MAX_DELAY = 60;
    private static final int DEFAULT_LEASE = 45;
    private static final int DEFAULT_POLL = 3;
    private static final int DEFAULT_THREADS = 8;
    private static final int DEFAULT_POST_RETRY_MAX_DELAY = 900;
    private static final int DEFAULT_POST_LEASE = 300;
    private static final int DEFAULT_POST_THREADS = 2;
    private static final int DEFAULT_RETENTION = 7;

    OutboxSettings {
        if (retryFirstDelay.compareTo(retryMaxDelay) > 0) {
            throw new IllegalArgumentException(RETRY_FIRST_DELAY + " is longer than " + RETRY_MAX_DELAY);
        }
        if (retryFirstDelay.compareTo(postRetryMaxDelay) > 0) {
            throw new IllegalArgumentException(RETRY_FIRST_DELAY + " is longer than " + POST_RETRY_MAX_DELAY);
        }
    }

    static OutboxSettings from(Config.Scope config) {
        return new OutboxSettings(
                Duration.ofSeconds(positive(config, RETRY_FIRST_DELAY, DEFAULT_RETRY_FIRST_DELAY)),
                Duration.ofSeconds(positive(config, RETRY_MAX_DELAY, DEFAULT_RETRY_MAX_DELAY)),
                Duration.ofSeconds(positive(config, LEASE, DEFAULT_LEASE)),
                Duration.ofSeconds(positive(config, POLL, DEFAULT_POLL)),
                positive(config, THREADS, DEFAULT_THREADS),
                Duration.ofSeconds(positive(config, POST_RETRY_MAX_DELAY, DEFAULT_POST_RETRY_MAX_DELAY)),
                Duration.ofSeconds(positive(config, POST_LEASE, DEFAULT_POST_LEASE)),
                positive(config, POST_THREADS, DEFAULT_POST_THREADS),
                Duration.ofDays(positive(config, RETENTION, DEFAULT_RETENTION)));
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();
        add(
                builder,
                RETRY_FIRST_DELAY,
                DEFAULT_RETRY_FIRST_DELAY,
                "Seconds until a message that the gateway did not"
                        + " take is tried again; doubles with every attempt.");
        add(builder, RETRY_MAX_DELAY, DEFAULT_RETRY_MAX_DELAY, "The longest wait between two attempts, in seconds.");
        add(
                builder,
                LEASE,
                DEFAULT_LEASE,
                "Seconds after which another node sends a message whose node died while"
                        + " sending. Must be longer than the sender's time-outs together.");
        add(
                builder,
                POLL,
                DEFAULT_POLL,
                "Seconds between two looks for messages to try again or left over by another"
                        + " node. A new message does not wait for it.");
        add(
                builder,
                THREADS,
                DEFAULT_THREADS,
                "How many new messages a node sends at once; and as many again that are" + " tried again.");
        add(
                builder,
                POST_RETRY_MAX_DELAY,
                DEFAULT_POST_RETRY_MAX_DELAY,
                "The longest wait between two attempts to send a mail or a letter, in seconds.");
        add(
                builder,
                POST_LEASE,
                DEFAULT_POST_LEASE,
                "Seconds after which another node sends a mail or a letter whose node died while sending. Must be longer"
                        + " than a mail server may take.");
        add(
                builder,
                POST_THREADS,
                DEFAULT_POST_THREADS,
                "How many new mails and letters a node sends at once; and as many again that are tried again.");
        add(builder, RETENTION, DEFAULT_RETENTION, "Days that a message's fate (no number, no text) is kept.");
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
            throw new IllegalArgumentException("spi-clave-outbox--jpa--" + name + " must be positive");
        }
        return value;
    }
}

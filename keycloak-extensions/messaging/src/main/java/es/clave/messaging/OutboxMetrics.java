package es.clave.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an operator watches: {@code clave.sms}, {@code clave.email}, {@code clave.letter} (messages by outcome and reason),
 * the same with {@code .delay} (from the request to the gateway's taking it), and by channel {@code clave.outbox.pending}
 * (messages that wait) and {@code clave.outbox.oldest} (seconds that the first of them has waited). No meter names a
 * person.
 */
final class OutboxMetrics {

    /** What happened to a message. */
    enum Outcome {
        SENT,
        POSTPONED,
        FAILED,
        EXPIRED,
        DELIVERED,
        UNDELIVERED;

        private String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String NO_REASON = "none";

    /** A second is what is promised for a PIN; ten minutes is what it lives. */
    private static final Duration[] DELAYS = IntStream.of(250, 500, 1_000, 2_000, 5_000, 15_000, 60_000, 600_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<Channel, AtomicLong> pending = ofEach();
    private final Map<Channel, AtomicLong> oldestSeconds = ofEach();

    OutboxMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows the backlog; not before the first look at it. */
    void showBacklog() {
        for (Channel channel : Channel.values()) {
            Gauge.builder("clave.outbox.pending", pending.get(channel), AtomicLong::get)
                    .description("Messages that wait to be sent, on all nodes")
                    .tag("channel", channel.tag())
                    .register(registry);
            Gauge.builder("clave.outbox.oldest", oldestSeconds.get(channel), AtomicLong::get)
                    .description("How long the first of the messages that wait has waited")
                    .baseUnit("seconds")
                    .tag("channel", channel.tag())
                    .register(registry);
        }
    }

    void backlog(Map<Channel, OutboxTable.Backlog> backlog, Instant now) {
        for (Channel channel : Channel.values()) {
            Optional<OutboxTable.Backlog> waits = Optional.ofNullable(backlog.get(channel));
            pending.get(channel).set(waits.map(OutboxTable.Backlog::messages).orElse(0L));
            oldestSeconds
                    .get(channel)
                    .set(waits.map(waiting ->
                                    Duration.between(waiting.oldest(), now).toSeconds())
                            .orElse(0L));
        }
    }

    void sent(Channel channel, Duration delay) {
        count(channel, Outcome.SENT, NO_REASON);
        Timer.builder(name(channel) + ".delay")
                .description("From the request for a message to the gateway's taking it")
                .serviceLevelObjectives(DELAYS)
                .register(registry)
                .record(delay);
    }

    void delivered(Channel channel) {
        count(channel, Outcome.DELIVERED, NO_REASON);
    }

    /** @param reason one of few, as senders give them */
    void count(Channel channel, Outcome outcome, String reason) {
        registry.counter(name(channel), "outcome", outcome.tag(), "reason", reason)
                .increment();
    }

    private static String name(Channel channel) {
        return "clave." + channel.tag();
    }

    private static Map<Channel, AtomicLong> ofEach() {
        return Arrays.stream(Channel.values())
                .collect(Collectors.toMap(Function.identity(), channel -> new AtomicLong()));
    }
}

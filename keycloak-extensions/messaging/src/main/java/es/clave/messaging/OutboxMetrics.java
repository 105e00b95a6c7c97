package es.clave.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * What an operator watches: {@code clave.sms} (messages by outcome and reason), {@code clave.sms.delay} (from the request
 * to the gateway's taking it), {@code clave.outbox.pending} (messages that wait) and {@code clave.outbox.oldest} (seconds
 * that the first of them has waited). No meter names a person.
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
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();

    OutboxMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows the backlog; not before the first look at it. */
    void showBacklog() {
        Gauge.builder("clave.outbox.pending", pending, AtomicLong::get)
                .description("Messages that wait to be sent, on all nodes")
                .register(registry);
        Gauge.builder("clave.outbox.oldest", oldestSeconds, AtomicLong::get)
                .description("How long the first of the messages that wait has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    void backlog(long messages, Duration oldest) {
        pending.set(messages);
        oldestSeconds.set(oldest.toSeconds());
    }

    void sent(Duration delay) {
        count(Outcome.SENT, NO_REASON);
        Timer.builder("clave.sms.delay")
                .description("From the request for a message to the gateway's taking it")
                .serviceLevelObjectives(DELAYS)
                .register(registry)
                .record(delay);
    }

    void delivered() {
        count(Outcome.DELIVERED, NO_REASON);
    }

    /** @param reason one of few, as senders give them */
    void count(Outcome outcome, String reason) {
        registry.counter("clave.sms", "outcome", outcome.tag(), "reason", reason)
                .increment();
    }
}

package es.clave.messaging;

import es.clave.identity.MobileNumber;
import es.clave.messaging.OutboxMetrics.Outcome;
import es.clave.messaging.OutboxTable.Claim;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Sends one message: claims it, hands it to the gateway outside any transaction, writes down what came of it. A node that
 * dies in between leaves a claim whose lease ends, and another node sends: a message may arrive twice, never not at all.
 */
final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private static final String NO_ROW = "none";

    private final Transactions transactions;
    private final MessageSeal seal;
    private final Gateway gateway;
    private final RetrySchedule retries;
    private final Duration lease;
    private final OutboxMetrics metrics;
    private final Clock clock;

    Dispatcher(
            Transactions transactions,
            MessageSeal seal,
            Gateway gateway,
            RetrySchedule retries,
            Duration lease,
            OutboxMetrics metrics,
            Clock clock) {
        this.transactions = transactions;
        this.seal = seal;
        this.gateway = gateway;
        this.retries = retries;
        this.lease = lease;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Loads now what the first message after a start would otherwise wait for. */
    void warmUp() {
        Envelope envelope = new Envelope.OfSms(Optional.of(MobileNumber.of("+34600000000")), "");
        seal.open(NO_ROW, Channel.SMS, seal.close(NO_ROW, envelope));
        dispatch(NO_ROW);
    }

    /** Sends this message if it is due and nobody else is at it. */
    void dispatch(String id) {
        Instant now = clock.instant();
        inTable(table -> table.claim(id, now, now.plus(lease))).ifPresent(this::deliver);
    }

    private void deliver(Claim claim) {
        Optional<Envelope> opened = seal.open(claim.id(), claim.channel(), claim.sealed());
        if (opened.isEmpty()) {
            LOG.errorf(
                    "%s %s cannot be unsealed: was the server's secret changed?",
                    claim.channel().tag(), claim.id());
            end(claim, MessageState.FAILED, "cannot be unsealed");
            return;
        }
        Optional<Message> message = opened.get().message(claim.usefulUntil());
        if (message.isEmpty()) {
            inTable(table -> table.remove(claim));
        } else if (clock.instant().isBefore(claim.usefulUntil())) {
            record(claim, send(message.get(), new Attempt(claim.realmId(), claim.id(), claim.attempt())));
        } else {
            end(claim, MessageState.EXPIRED, "not sent in time");
        }
    }

    private SendResult send(Message message, Attempt attempt) {
        try {
            return gateway.send(message, attempt);
        } catch (RuntimeException broken) {
            // Not its message, which may quote the number.
            LOG.errorf(
                    "A sender threw %s instead of answering, at %s",
                    broken.getClass().getName(),
                    Arrays.stream(broken.getStackTrace()).findFirst());
            return new SendResult.Retry("sender: " + broken.getClass().getSimpleName());
        }
    }

    private void record(Claim claim, SendResult result) {
        if (result instanceof SendResult.Accepted accepted) {
            Instant now = clock.instant();
            if (inTable(table -> table.sent(claim, now, accepted.reference()))) {
                metrics.sent(claim.channel(), Duration.between(claim.createdAt(), now));
            }
        } else if (result instanceof SendResult.Retry retry) {
            postpone(claim, retry.reason());
        } else if (result instanceof SendResult.GiveUp giveUp) {
            LOG.errorf("The gateway refuses every %s: %s", claim.channel().tag(), giveUp.reason());
            end(claim, MessageState.FAILED, giveUp.reason());
        } else if (result instanceof SendResult.Unreachable unreachable) {
            end(claim, MessageState.FAILED, unreachable.reason());
        }
    }

    private void postpone(Claim claim, String reason) {
        Instant next = clock.instant().plus(retries.delayAfter(claim.attempt()));
        if (next.isBefore(claim.usefulUntil())) {
            if (inTable(table -> table.postpone(claim, next, reason))) {
                LOG.warnf(
                        "%s %s was not sent (attempt %d): %s",
                        claim.channel().tag(), claim.id(), claim.attempt(), reason);
                metrics.count(claim.channel(), Outcome.POSTPONED, reason);
            }
        } else {
            end(claim, MessageState.EXPIRED, reason);
        }
    }

    private void end(Claim claim, MessageState state, String reason) {
        if (inTable(table -> table.end(claim, state, clock.instant(), reason))) {
            LOG.warnf(
                    "%s %s ends as %s after attempt %d: %s",
                    claim.channel().tag(), claim.id(), state, claim.attempt(), reason);
            metrics.count(claim.channel(), state == MessageState.EXPIRED ? Outcome.EXPIRED : Outcome.FAILED, reason);
        }
    }

    private <T> T inTable(Function<OutboxTable, T> work) {
        return transactions.run(em -> work.apply(new OutboxTable(em)));
    }
}

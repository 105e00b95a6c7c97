package es.clave.messaging;

import es.clave.identity.MobileNumber;
import es.clave.messaging.OutboxMetrics.Outcome;
import es.clave.messaging.OutboxTable.Claim;
import es.clave.messaging.SmsSender.Result;
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
    private final Function<Sms, Result> gateway;
    private final RetrySchedule retries;
    private final Duration lease;
    private final OutboxMetrics metrics;
    private final Clock clock;

    Dispatcher(
            Transactions transactions,
            MessageSeal seal,
            Function<Sms, Result> gateway,
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
        Envelope envelope = new Envelope(Optional.of(MobileNumber.of("+34600000000")), "");
        seal.open(NO_ROW, seal.close(NO_ROW, envelope));
        dispatch(NO_ROW);
    }

    /** Sends this message if it is due and nobody else is at it. */
    void dispatch(String id) {
        Instant now = clock.instant();
        inTable(table -> table.claim(id, now, now.plus(lease))).ifPresent(this::deliver);
    }

    private void deliver(Claim claim) {
        Optional<Envelope> opened = seal.open(claim.id(), claim.sealed());
        if (opened.isEmpty()) {
            LOG.errorf("SMS %s cannot be unsealed: was the server's secret changed?", claim.id());
            end(claim, MessageState.FAILED, "cannot be unsealed");
            return;
        }
        Envelope envelope = opened.get();
        if (envelope.to().isEmpty()) {
            inTable(table -> table.remove(claim));
        } else if (clock.instant().isBefore(claim.usefulUntil())) {
            record(claim, send(new Sms(envelope.to().get(), envelope.text(), claim.usefulUntil())));
        } else {
            end(claim, MessageState.EXPIRED, "not sent in time");
        }
    }

    private Result send(Sms sms) {
        try {
            return gateway.apply(sms);
        } catch (RuntimeException broken) {
            // Not its message, which may quote the number.
            LOG.errorf(
                    "The SMS sender threw %s instead of answering, at %s",
                    broken.getClass().getName(),
                    Arrays.stream(broken.getStackTrace()).findFirst());
            return new Result.Retry("sender: " + broken.getClass().getSimpleName());
        }
    }

    private void record(Claim claim, Result result) {
        if (result instanceof Result.Accepted accepted) {
            Instant now = clock.instant();
            if (inTable(table -> table.sent(claim, now, accepted.reference()))) {
                metrics.sent(Duration.between(claim.createdAt(), now));
            }
        } else if (result instanceof Result.Retry retry) {
            postpone(claim, retry.reason());
        } else if (result instanceof Result.GiveUp giveUp) {
            LOG.errorf("The SMS gateway refuses messages: %s", giveUp.reason());
            end(claim, MessageState.FAILED, giveUp.reason());
        } else if (result instanceof Result.BadNumber badNumber) {
            end(claim, MessageState.FAILED, badNumber.reason());
        }
    }

    private void postpone(Claim claim, String reason) {
        Instant next = clock.instant().plus(retries.delayAfter(claim.attempt()));
        if (next.isBefore(claim.usefulUntil())) {
            if (inTable(table -> table.postpone(claim, next, reason))) {
                LOG.warnf("SMS %s was not sent (attempt %d): %s", claim.id(), claim.attempt(), reason);
                metrics.count(Outcome.POSTPONED, reason);
            }
        } else {
            end(claim, MessageState.EXPIRED, reason);
        }
    }

    private void end(Claim claim, MessageState state, String reason) {
        if (inTable(table -> table.end(claim, state, clock.instant(), reason))) {
            LOG.warnf("SMS %s ends as %s after attempt %d: %s", claim.id(), state, claim.attempt(), reason);
            metrics.count(state == MessageState.EXPIRED ? Outcome.EXPIRED : Outcome.FAILED, reason);
        }
    }

    private <T> T inTable(Function<OutboxTable, T> work) {
        return transactions.run(em -> work.apply(new OutboxTable(em)));
    }
}

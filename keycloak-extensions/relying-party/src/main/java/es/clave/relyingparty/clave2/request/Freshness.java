package es.clave.relyingparty.clave2.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a message is of now.
 *
 * @param oldest how old it may be
 * @param ahead how far an agency's clock may be ahead of ours
 */
public record Freshness(Duration oldest, Duration ahead) {

    /** Refuses what is not. */
    public void check(SignedMessage message, Clock clock) throws RefusedException {
        Instant now = clock.instant();
        if (message.issuedAt().isAfter(now.plus(ahead))) {
            throw new RefusedException(Refusal.FROM_THE_FUTURE, "its IssueInstant is after now");
        }
        boolean over = message instanceof LogoutRequest logout
                && logout.notOnOrAfter().filter(end -> !now.isBefore(end)).isPresent();
        if (message.issuedAt().isBefore(now.minus(oldest)) || over) {
            throw new RefusedException(Refusal.TOO_OLD, "its time is over");
        }
    }

    /** How long a message must be remembered so that it cannot come again. */
    public Duration remembered() {
        return oldest.plus(ahead).plus(Duration.ofMinutes(1));
    }
}

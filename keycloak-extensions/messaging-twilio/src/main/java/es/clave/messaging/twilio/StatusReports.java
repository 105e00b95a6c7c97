package es.clave.messaging.twilio;

import es.clave.messaging.Outbox;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes Twilio's delivery reports, and nobody else's. */
final class StatusReports {

    /** What became of a report. */
    enum Outcome {
        /** Written down, known already, or of no interest. */
        TAKEN,
        /** Not signed by Twilio. */
        FORGED,
        /** About a message that is not known: never, not yet, or not any more. */
        UNKNOWN_MESSAGE
    }

    private static final Logger LOG = Logger.getLogger(StatusReports.class);

    private final ReportSignature signature;
    private final Outbox outbox;

    StatusReports(ReportSignature signature, Outbox outbox) {
        this.signature = signature;
        this.outbox = outbox;
    }

    Outcome take(MultivaluedMap<String, String> form, Optional<String> signed) {
        if (!signed.map(value -> signature.covers(form, value)).orElse(false)) {
            LOG.warn("A delivery report without Twilio's signature was refused");
            return Outcome.FORGED;
        }
        TwilioReport report =
                new TwilioReport(first(form, "MessageSid"), first(form, "MessageStatus"), first(form, "ErrorCode"));
        return report.recordIn(outbox)
                .filter(Outbox.Reported.UNKNOWN::equals)
                .map(unknown -> Outcome.UNKNOWN_MESSAGE)
                .orElse(Outcome.TAKEN);
    }

    private static String first(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }
}

package es.clave.certificate.handover;

import es.clave.certificate.CertificateCheck.Answer;
import io.micrometer.core.instrument.Metrics;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** Keeps what became of hand-overs: a counter for every outcome, an event for what no honest browser does. */
final class HandOverJournal {

    private static final String COUNTER = "clave.certificate";

    private final KeycloakSession session;

    HandOverJournal(KeycloakSession session) {
        this.session = session;
    }

    /** A certificate was read, or there was none. What it means is told by the login or registration that asked. */
    void read(Answer answer) {
        count(answer instanceof Answer.Refused refused ? refused.reason().label() : "accepted");
    }

    /** Somebody came with a ticket that was used, is too old, or never was. */
    void unknownTicket() {
        suspicious("certificate_ticket_unknown");
    }

    /** Somebody came back with the receipt of another's ticket. */
    void foreignReceipt() {
        suspicious("certificate_receipt_foreign");
    }

    private void suspicious(String outcome) {
        count(outcome);
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.LOGIN_ERROR)
                .error(outcome);
    }

    private static void count(String outcome) {
        Metrics.counter(COUNTER, "outcome", outcome).increment();
    }
}

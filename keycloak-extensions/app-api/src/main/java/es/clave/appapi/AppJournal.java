package es.clave.appapi;

import es.clave.registry.Citizen;
import io.micrometer.core.instrument.Metrics;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/**
 * Keeps what became of calls: a counter for every outcome and every problem, and an event of Keycloak's for what changes or
 * uses a device, without any personal datum.
 */
public final class AppJournal {

    private static final String COUNTER = "clave.app";
    private static final String OUTCOME = "outcome";
    private static final String DEVICE = "clave_device";

    /** What events name as the client. */
    private static final String CLIENT = "clave-app";

    private final KeycloakSession session;

    AppJournal(KeycloakSession session) {
        this.session = session;
    }

    /** A step that concerns nobody who is known. */
    public void done(AppOutcome outcome) {
        count(outcome.label());
    }

    /** Something that a device of a citizen did. */
    public void done(AppOutcome outcome, Citizen citizen, String deviceId) {
        count(outcome.label());
        event(outcome == AppOutcome.DEVICE_REMOVED ? EventType.REMOVE_CREDENTIAL : EventType.UPDATE_CREDENTIAL)
                .user(citizen.userId())
                .detail(OUTCOME, outcome.label())
                .detail(DEVICE, deviceId)
                .success();
    }

    /** Something that failed to the cost of a citizen's device. */
    public void failed(AppOutcome outcome, Citizen citizen, String deviceId) {
        count(outcome.label());
        event(EventType.UPDATE_CREDENTIAL_ERROR)
                .user(citizen.userId())
                .detail(DEVICE, deviceId)
                .error(outcome.label());
    }

    void problem(Problem problem) {
        count(problem.code().label());
    }

    private EventBuilder event(EventType type) {
        return new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(type)
                .client(CLIENT);
    }

    private static void count(String outcome) {
        Metrics.counter(COUNTER, OUTCOME, outcome).increment();
    }
}

package es.clave.registration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import es.clave.registry.Citizen;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventType;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keeps what became of registrations: a counter for every outcome, Keycloak's event for every failure, and one line of
 * statistics at the end, without any personal datum.
 */
public final class RegistrationJournal {

    private static final Logger STATISTICS = Logger.getLogger("es.clave.statistics");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COUNTER = "clave.registration";
    private static final String STARTED_AT = "clave.registration.started";

    private final AuthenticationFlowContext flow;
    private final RegistrationState state;
    private final Clock clock;

    RegistrationJournal(AuthenticationFlowContext flow, RegistrationState state, Clock clock) {
        this.flow = flow;
        this.state = state;
        this.clock = clock;
    }

    /** The citizen was shown the first page: the beginning of the time that statistics tell. */
    void started() {
        AuthenticationSessionModel browser = flow.getAuthenticationSession();
        if (browser.getAuthNote(STARTED_AT) == null) {
            browser.setAuthNote(STARTED_AT, Long.toString(clock.millis()));
            count(RegistrationOutcome.STARTED);
        }
    }

    /** A step that went as it should. */
    public void step(RegistrationOutcome outcome) {
        count(outcome);
    }

    /** A step that failed; the registration goes on. */
    public void failure(RegistrationOutcome outcome) {
        failure(outcome, outcome.label());
    }

    /**
     * A step that failed, for a reason that only its route knows.
     *
     * @param reason names no person: a word of a fixed vocabulary
     */
    public void failure(RegistrationOutcome outcome, String reason) {
        count(outcome);
        flow.getEvent()
                .clone()
                .event(EventType.REGISTER_ERROR)
                .detail("clave_route", route())
                .detail("reason", reason)
                .error(outcome.label());
    }

    /** Registered: Keycloak's event of it, and the end of the statistics. */
    void registered(Citizen citizen) {
        flow.getEvent()
                .clone()
                .event(EventType.REGISTER)
                .user(citizen.userId())
                .detail("clave_route", route())
                .detail("clave_level", citizen.level().name())
                .success();
        ended(RegistrationOutcome.REGISTERED);
    }

    /** The registration ended. */
    void ended(RegistrationOutcome outcome) {
        count(outcome);
        AuthenticationSessionModel browser = flow.getAuthenticationSession();
        ObjectNode line = JSON.createObjectNode()
                .put("registration", outcome.label())
                .put("route", route())
                .put("agency", browser.getClient().getClientId())
                .put(
                        "locale",
                        flow.getSession().getContext().resolveLocale(null).getLanguage());
        Optional.ofNullable(browser.getAuthNote(STARTED_AT))
                .ifPresent(at -> line.put("milliseconds", clock.millis() - Long.parseLong(at)));
        STATISTICS.info(line.toString());
        browser.removeAuthNote(STARTED_AT);
    }

    private void count(RegistrationOutcome outcome) {
        Metrics.counter(COUNTER, "outcome", outcome.label(), "route", route()).increment();
    }

    private String route() {
        return state.route().map(Citizen.Route::name).orElse("none").toLowerCase(Locale.ROOT);
    }
}

package es.clave.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.platform.LoginNotes;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventType;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keeps what became of logins: a counter for every outcome, Keycloak's event for every failure, and one line of
 * statistics at the end of each login, without any personal datum.
 */
public final class LoginJournal {

    private static final Logger STATISTICS = Logger.getLogger("es.clave.statistics");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COUNTER = "clave.login";
    private static final String OPENED_AT = "clave.opened";
    private static final String STARTED = "clave.started.";

    private final AuthenticationFlowContext context;
    private final Clock clock;

    /** The journal of this login. */
    public LoginJournal(AuthenticationFlowContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** The citizen was shown the ways, or the only one: the beginning of the time that statistics tell. */
    public void opened() {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (login.getAuthNote(OPENED_AT) == null) {
            login.setAuthNote(OPENED_AT, Long.toString(clock.millis()));
        }
    }

    /** The citizen was shown the first page of this way. */
    public void started(AuthenticationMethod method) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String note = STARTED + method.name();
        if (login.getAuthNote(note) == null) {
            login.setAuthNote(note, "true");
            count(Outcome.STARTED, method);
        }
    }

    /** A step that went as it should. */
    public void step(Outcome outcome, AuthenticationMethod method) {
        count(outcome, method);
    }

    /** A step that failed; the login goes on. */
    public void failure(Outcome outcome, AuthenticationMethod method) {
        failure(outcome, method, outcome.label());
    }

    /**
     * A step that failed, for a reason that only its way knows.
     *
     * @param reason names no person: a word of a fixed vocabulary
     */
    public void failure(Outcome outcome, AuthenticationMethod method, String reason) {
        count(outcome, method);
        context.getEvent()
                .clone()
                .event(EventType.LOGIN_ERROR)
                .detail("clave_method", method.name())
                .detail("reason", reason.toLowerCase(Locale.ROOT))
                .error(outcome.label());
    }

    /** The login ended. Keycloak itself makes the event of a success. */
    public void ended(Outcome outcome, Optional<AuthenticationMethod> method, Optional<AssuranceLevel> level) {
        Metrics.counter(
                        COUNTER,
                        "outcome",
                        outcome.label(),
                        "method",
                        method.map(Enum::name).orElse("none"))
                .increment();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        ObjectNode line = JSON.createObjectNode()
                .put("outcome", outcome.label())
                .put("agency", login.getClient().getClientId())
                .put("protocol", login.getProtocol());
        method.ifPresent(value -> line.put("method", value.name()));
        level.ifPresent(value -> line.put("level", value.name()));
        line.put("locale", context.getSession().getContext().resolveLocale(null).getLanguage());
        String openedAt = login.getAuthNote(OPENED_AT);
        if (openedAt != null) {
            line.put("milliseconds", clock.millis() - Long.parseLong(openedAt));
        }
        STATISTICS.info(line.toString());
    }

    /** Adds to Keycloak's event of success how it was reached. */
    public void describeSuccess(AuthenticationMethod method, AssuranceLevel level) {
        context.getEvent().detail(LoginNotes.METHOD, method.name()).detail(LoginNotes.LEVEL, level.name());
    }

    private void count(Outcome outcome, AuthenticationMethod method) {
        Metrics.counter(COUNTER, "outcome", outcome.label(), "method", method.name())
                .increment();
    }
}

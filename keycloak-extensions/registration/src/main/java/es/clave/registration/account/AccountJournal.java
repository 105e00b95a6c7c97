package es.clave.registration.account;

import io.micrometer.core.instrument.Metrics;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** Keeps what became of what citizens did: a counter and an event of Keycloak's each, without any personal datum. */
final class AccountJournal {

    private static final String COUNTER = "clave.account";
    private static final String OUTCOME = "outcome";

    private final Account account;

    AccountJournal(Account account) {
        this.account = account;
    }

    void done(AccountOutcome outcome) {
        count(outcome);
        event(EventType.UPDATE_PROFILE).detail(OUTCOME, outcome.label()).success();
    }

    void failed(AccountOutcome outcome) {
        count(outcome);
        event(EventType.UPDATE_PROFILE_ERROR).error(outcome.label());
    }

    private EventBuilder event(EventType type) {
        KeycloakSession session = account.session();
        return new EventBuilder(account.realm(), session, session.getContext().getConnection())
                .event(type)
                .client(AccountResource.CLIENT_ID)
                .user(account.visitor().user())
                .session(account.visitor().session());
    }

    private static void count(AccountOutcome outcome) {
        Metrics.counter(COUNTER, OUTCOME, outcome.label()).increment();
    }
}

package es.clave.registration.retention;

import es.clave.registry.CitizenRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/**
 * Erases people who renounced when their time is over: one node of the cluster looks at a time, and each person is erased in
 * a transaction of their own that looks again, so that one who comes back at that moment is not lost.
 */
public final class RenouncedCitizens {

    private static final Logger LOG = Logger.getLogger(RenouncedCitizens.class);
    private static final String TASK = "clave-renounced-citizens";
    private static final int BATCH = 100;

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    private RenouncedCitizens(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Looks again and again from now on. */
    public static void eraseEach(Duration interval, KeycloakSessionFactory sessions, Clock clock) {
        RenouncedCitizens task = new RenouncedCitizens(sessions, clock);
        try (KeycloakSession session = sessions.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(
                            new ClusterAwareScheduledTaskRunner(sessions, task::erase, interval.toMillis()),
                            interval.toMillis(),
                            TASK);
        }
    }

    private void erase(KeycloakSession session) {
        session.realms().getRealmsStream().forEach(realm -> erase(session, realm));
    }

    private void erase(KeycloakSession session, RealmModel realm) {
        Instant moment = clock.instant().minus(RetentionSettings.of(realm).renounced());
        // The rest another time, so that the others of the cluster are not kept waiting for long.
        List<String> due = session.getProvider(CitizenRegistry.class).renouncedBefore(realm, moment, BATCH);
        due.forEach(citizenId -> erase(realm.getId(), citizenId, moment));
        if (!due.isEmpty()) {
            LOG.infof("%d citizens who renounced were erased", due.size());
        }
    }

    private void erase(String realmId, String citizenId, Instant moment) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, own -> {
                RealmModel realm = own.realms().getRealm(realmId);
                own.getContext().setRealm(realm);
                own.getProvider(CitizenRegistry.class).erase(realm, citizenId, moment);
            });
        } catch (RuntimeException trouble) {
            // Of one: the others are not to wait for it.
            LOG.warnf(trouble, "Citizen %s was not erased; it will be tried again", citizenId);
        }
    }
}

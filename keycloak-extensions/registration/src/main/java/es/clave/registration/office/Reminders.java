package es.clave.registration.office;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Reminds people the day before. Each appointment is claimed in the transaction that writes its messages, so that each
 * person is reminded once, whichever nodes look at the same moment and whichever dies.
 */
final class Reminders {

    private static final Logger LOG = Logger.getLogger(Reminders.class);
    private static final int BATCH = 100;

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    private record Due(String realmId, String appointmentId) {}

    Reminders(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Sends those that are due. */
    void send() {
        List<Due> due;
        boolean progress;
        do {
            due = KeycloakModelUtils.runJobInTransactionWithResult(sessions, this::due);
            progress = false;
            for (Due one : due) {
                progress |= send(one);
            }
        } while (due.size() == BATCH && progress);
    }

    private boolean send(Due due) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> remind(session, due));
            return true;
        } catch (RuntimeException trouble) {
            LOG.warnf(trouble, "Appointment %s: the reminder waits for the next time", due.appointmentId());
            return false;
        }
    }

    private List<Due> due(KeycloakSession session) {
        return AppointmentRows.toRemind(entities(session), clock.instant(), BATCH).stream()
                .map(row -> new Due((String) row[0], (String) row[1]))
                .toList();
    }

    private void remind(KeycloakSession session, Due due) {
        RealmModel realm = session.realms().getRealm(due.realmId());
        AppointmentRows rows = new AppointmentRows(entities(session), due.realmId());
        if (realm == null || !rows.claimReminder(due.appointmentId(), clock.instant())) {
            return;
        }
        session.getContext().setRealm(realm);
        rows.row(due.appointmentId()).map(AppointmentEntity::toAppointment).ifPresent(appointment -> new OfficeRows(
                        entities(session), realm.getId())
                .find(appointment.officeId())
                .ifPresent(office -> new AppointmentMessages(session, realm, clock).reminder(appointment, office)));
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}

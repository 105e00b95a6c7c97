package es.clave.registration.office;

import es.clave.identity.NationalId;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@link Offices} in Keycloak's database. */
final class JpaOffices implements Offices {

    private final KeycloakSession session;
    private final AgendaSettings settings;
    private final Clock clock;

    JpaOffices(KeycloakSession session, AgendaSettings settings, Clock clock) {
        this.session = session;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<RegistrationOffice> all(RealmModel realm) {
        return offices(realm).all();
    }

    @Override
    public Optional<RegistrationOffice> find(RealmModel realm, String officeId) {
        return offices(realm).find(officeId);
    }

    @Override
    public boolean save(RealmModel realm, RegistrationOffice office) {
        return offices(realm).save(office);
    }

    @Override
    public Removal remove(RealmModel realm, String officeId) {
        // Under its lock, so that nobody books there at this very moment.
        if (offices(realm).lock(officeId).isEmpty()) {
            return Removal.UNKNOWN;
        }
        if (new AppointmentRows(entities(session), realm.getId()).anyAfter(officeId, clock.instant())) {
            return Removal.PEOPLE_EXPECTED;
        }
        offices(realm).remove(officeId);
        return Removal.REMOVED;
    }

    @Override
    public List<Slot> free(RealmModel realm, RegistrationOffice office) {
        return agenda(session, realm).free(office);
    }

    @Override
    public Map<String, Slot> nextFree(RealmModel realm, List<RegistrationOffice> offices) {
        return agenda(session, realm).nextFree(offices);
    }

    @Override
    public Optional<Appointment> upcoming(RealmModel realm, NationalId person) {
        return agenda(session, realm).upcoming(person);
    }

    @Override
    public Booking book(RealmModel realm, String officeId, Instant start, Appointment.Visitor visitor) {
        return committed(realm, own -> {
            Booking booking = agenda(own, realm).book(officeId, start, visitor);
            if (booking instanceof Booking.Booked booked) {
                messages(own, realm).booked(booked.appointment(), office(own, realm, officeId));
                audit(own, realm, AppointmentAct.APPOINTMENT_BOOKED, booked.appointment());
            }
            return booking;
        });
    }

    @Override
    public Booking move(RealmModel realm, NationalId person, String officeId, Instant start) {
        return committed(realm, own -> {
            Booking booking = agenda(own, realm).move(person, officeId, start);
            if (booking instanceof Booking.Booked booked) {
                messages(own, realm).moved(booked.appointment(), office(own, realm, officeId));
                audit(own, realm, AppointmentAct.APPOINTMENT_MOVED, booked.appointment());
            }
            return booking;
        });
    }

    @Override
    public Optional<Appointment> cancel(RealmModel realm, NationalId person) {
        return committed(realm, own -> {
            Optional<Appointment> cancelled = agenda(own, realm).cancel(person);
            cancelled.ifPresent(appointment -> {
                messages(own, realm).cancelled(appointment, office(own, realm, appointment.officeId()));
                audit(own, realm, AppointmentAct.APPOINTMENT_CANCELLED, appointment);
            });
            return cancelled;
        });
    }

    @Override
    public List<Appointment> today(RealmModel realm, RegistrationOffice office) {
        return agenda(session, realm).today(office);
    }

    @Override
    public void serve(RealmModel realm, String appointmentId) {
        agenda(session, realm).serve(appointmentId);
    }

    /** In a transaction of its own; once more where a constraint of the tables decided a race. */
    private <T> T committed(RealmModel realm, Function<KeycloakSession, T> work) {
        try {
            return inOwnTransaction(realm, work);
        } catch (PersistenceException | ModelException lostRace) {
            return inOwnTransaction(realm, work);
        }
    }

    private <T> T inOwnTransaction(RealmModel realm, Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), own -> {
            own.getContext().setRealm(own.realms().getRealm(realm.getId()));
            // Whoever did it did it from there, which the audit log wants to know.
            own.getContext().setConnection(session.getContext().getConnection());
            return work.apply(own);
        });
    }

    /** Nobody has proven to be the person: document and datum are what anybody may know. */
    private static void audit(KeycloakSession own, RealmModel realm, AppointmentAct act, Appointment appointment) {
        own.getProvider(AuditLog.class)
                .append(
                        realm,
                        AuditRecord.about(appointment.visitor().nationalId(), act, AuditRecord.ANYBODY)
                                .with("office", appointment.officeId()));
    }

    private AppointmentMessages messages(KeycloakSession own, RealmModel realm) {
        return new AppointmentMessages(own, realm, clock);
    }

    private static RegistrationOffice office(KeycloakSession own, RealmModel realm, String officeId) {
        return new OfficeRows(entities(own), realm.getId()).find(officeId).orElseThrow();
    }

    private OfficeRows offices(RealmModel realm) {
        return new OfficeRows(entities(session), realm.getId());
    }

    private Agenda agenda(KeycloakSession of, RealmModel realm) {
        return new Agenda(
                new OfficeRows(entities(of), realm.getId()),
                new AppointmentRows(entities(of), realm.getId()),
                settings,
                clock);
    }

    private static EntityManager entities(KeycloakSession of) {
        return of.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    @Override
    public void close() {}
}

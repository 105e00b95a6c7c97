package es.clave.registry.jpa;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.RegistrationAct;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.RealmModel;

/** {@link CitizenRegistry} in the tables {@code CLAVE_CITIZEN} and {@code CLAVE_REGISTRATION_ACT}. */
final class JpaCitizenRegistry implements CitizenRegistry {

    private final RegistryRows rows;
    private final Accounts accounts;
    private final Clock clock;

    JpaCitizenRegistry(RegistryRows rows, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<Citizen> find(RealmModel realm, NationalId id) {
        return rows.byNationalId(realm.getId(), id);
    }

    @Override
    public Optional<Citizen> findByUserId(RealmModel realm, String userId) {
        return rows.byUserId(realm.getId(), userId);
    }

    @Override
    public Optional<Citizen> findByMobile(RealmModel realm, MobileNumber mobile) {
        return rows.byActiveMobile(realm.getId(), mobile);
    }

    @Override
    public Outcome register(RealmModel realm, Registration registration) {
        Optional<Citizen> known = find(realm, registration.person().nationalId());
        // The constraint would say it too, but a database names the number in its complaint, which ends in the log.
        if (known.isEmpty() && findByMobile(realm, registration.mobile()).isPresent()) {
            return new Outcome.MobileTaken();
        }
        if (known.isEmpty() && insert(realm, registration)) {
            return registered(realm, registration);
        }
        // Whoever was first may be the same person, or the holder of the number.
        return known.or(() -> find(realm, registration.person().nationalId()))
                .flatMap(citizen -> rows.lock(citizen.id()))
                .map(citizen -> registerAgain(realm, citizen, registration))
                .orElseGet(Outcome.MobileTaken::new);
    }

    private boolean insert(RealmModel realm, Registration registration) {
        String citizenId = UUID.randomUUID().toString();
        String userId = UUID.randomUUID().toString();
        Instant now = now();
        if (!rows.insert(realm.getId(), citizenId, userId, registration, now)) {
            return false;
        }
        accounts.open(realm, userId, citizenId, registration.person().name(), registration.email());
        rows.keep(new RegistrationAct(
                citizenId,
                RegistrationAct.Kind.REGISTERED,
                registration.route(),
                registration.level(),
                now,
                registration.by()));
        return true;
    }

    private Outcome registerAgain(RealmModel realm, CitizenEntity citizen, Registration registration) {
        boolean active = citizen.status() == Citizen.Status.ACTIVE;
        if (active && citizen.level().atLeast(registration.level())) {
            return new Outcome.AlreadyRegistered();
        }
        if (!active && !registration.level().atLeast(RegistrationLevel.ADVANCED)) {
            return new Outcome.RouteNotAllowed();
        }
        boolean otherMobile = !citizen.hasMobile(registration.mobile());
        if (takenByAnother(realm, citizen, registration.mobile())) {
            return new Outcome.MobileTaken();
        }
        Instant now = now();
        citizen.setPerson(registration.person());
        citizen.activate(registration.level(), registration.route(), now, registration.mobile());
        accounts.refresh(realm, citizen.userId(), registration.person().name(), registration.email());
        keep(
                citizen,
                active ? RegistrationAct.Kind.UPGRADED : RegistrationAct.Kind.REREGISTERED,
                now,
                registration.by());
        if (otherMobile) {
            keep(citizen, RegistrationAct.Kind.PHONE_CHANGED, now, registration.by());
        }
        // Now rather than at the end: the constraint speaks where the caller can still be told.
        rows.flush();
        return registered(realm, registration);
    }

    private boolean takenByAnother(RealmModel realm, CitizenEntity citizen, MobileNumber mobile) {
        return findByMobile(realm, mobile)
                .filter(holder -> !holder.id().equals(citizen.id()))
                .isPresent();
    }

    private Outcome registered(RealmModel realm, Registration registration) {
        return new Outcome.Registered(
                find(realm, registration.person().nationalId()).orElseThrow());
    }

    @Override
    public void disable(RealmModel realm, Citizen citizen, String by) {
        rows.lock(citizen.id())
                .filter(row -> row.status() == Citizen.Status.ACTIVE)
                .ifPresent(row -> deactivate(realm, row, Citizen.Status.DISABLED, RegistrationAct.Kind.DISABLED, by));
    }

    @Override
    public void renounce(RealmModel realm, Citizen citizen, String by) {
        rows.lock(citizen.id())
                .filter(row -> row.status() != Citizen.Status.RENOUNCED)
                .ifPresent(row -> deactivate(realm, row, Citizen.Status.RENOUNCED, RegistrationAct.Kind.RENOUNCED, by));
    }

    private void deactivate(
            RealmModel realm, CitizenEntity row, Citizen.Status status, RegistrationAct.Kind kind, String by) {
        row.deactivate(status);
        accounts.close(realm, row.userId());
        keep(row, kind, now(), by);
        rows.flush();
    }

    private void keep(CitizenEntity citizen, RegistrationAct.Kind kind, Instant at, String by) {
        rows.keep(new RegistrationAct(citizen.id(), kind, citizen.route(), citizen.level(), at, by));
    }

    @Override
    public List<RegistrationAct> acts(RealmModel realm, Citizen citizen) {
        return rows.acts(citizen.id());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {}
}

package es.clave.registry.jpa;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.RegistrationAct;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** {@link CitizenRegistry} in the tables {@code CLAVE_CITIZEN} and {@code CLAVE_REGISTRATION_ACT}. */
final class JpaCitizenRegistry implements CitizenRegistry {

    private final RegistryRows rows;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    JpaCitizenRegistry(RegistryRows rows, Accounts accounts, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.audit = audit;
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
        NationalId id = registration.person().nationalId();
        rows.claim(realm.getId(), Stream.of(id.value(), registration.mobile().e164()));
        Optional<Citizen> known = find(realm, id);
        Optional<Citizen> holder = holder(realm, registration.mobile(), known);
        rows.lockAll(Stream.concat(known.stream(), holder.stream()).map(Citizen::id));
        // Who registered it may have left or moved while the row was waited for.
        Optional<Citizen> displaced = holder.filter(citizen -> stillHas(citizen, registration.mobile()));
        if (known.isEmpty()) {
            return displaced.isPresent() && !registration.mobileProven()
                    ? new Outcome.MobileTaken()
                    : registerNew(realm, registration, displaced);
        }
        return registerAgain(realm, rows.row(known.get().id()), registration, displaced);
    }

    /** The other citizen who has this number. */
    private Optional<Citizen> holder(RealmModel realm, MobileNumber mobile, Optional<Citizen> self) {
        return findByMobile(realm, mobile)
                .filter(citizen ->
                        self.filter(same -> same.id().equals(citizen.id())).isEmpty());
    }

    private boolean stillHas(Citizen citizen, MobileNumber mobile) {
        CitizenEntity row = rows.row(citizen.id());
        return row.active() && row.hasMobile(mobile);
    }

    private Outcome registerNew(RealmModel realm, Registration registration, Optional<Citizen> displaced) {
        displace(realm, displaced, registration.by());
        String citizenId = UUID.randomUUID().toString();
        // Who logged in by certificate before stays the same to agencies.
        String userId = accounts.unregistered(realm, registration.person().nationalId())
                .orElseGet(() -> UUID.randomUUID().toString());
        Instant now = now();
        if (!rows.insert(realm.getId(), citizenId, userId, registration, now)) {
            throw new IllegalStateException("somebody registered without claiming the person and the number");
        }
        accounts.open(realm, userId, citizenId, registration.person().name(), registration.email());
        keep(realm, rows.row(citizenId), RegistrationAct.Kind.REGISTERED, now, registration.by());
        return registered(realm, registration, displaced);
    }

    private Outcome registerAgain(
            RealmModel realm, CitizenEntity citizen, Registration registration, Optional<Citizen> displaced) {
        boolean active = citizen.active();
        if (active && citizen.level().atLeast(registration.level())) {
            return new Outcome.AlreadyRegistered();
        }
        if (!active && !registration.level().atLeast(RegistrationLevel.ADVANCED)) {
            return new Outcome.RouteNotAllowed();
        }
        if (displaced.isPresent() && !registration.mobileProven()) {
            return new Outcome.MobileTaken();
        }
        displace(realm, displaced, registration.by());
        boolean otherMobile = !citizen.hasMobile(registration.mobile());
        Instant now = now();
        citizen.setPerson(registration.person());
        citizen.activate(registration.level(), registration.route(), now, registration.mobile());
        accounts.refresh(realm, citizen.userId(), registration.person().name(), registration.email());
        keep(
                realm,
                citizen,
                active ? RegistrationAct.Kind.UPGRADED : RegistrationAct.Kind.REREGISTERED,
                now,
                registration.by());
        if (otherMobile) {
            keep(realm, citizen, RegistrationAct.Kind.PHONE_CHANGED, now, registration.by());
        }
        // Now rather than at the end: the constraint speaks where the caller can still be told.
        rows.flush();
        return registered(realm, registration, displaced);
    }

    private void displace(RealmModel realm, Optional<Citizen> displaced, String by) {
        displaced
                .map(citizen -> rows.row(citizen.id()))
                .ifPresent(row -> deactivate(realm, row, Citizen.Status.DISABLED, RegistrationAct.Kind.DISPLACED, by));
    }

    private Outcome registered(RealmModel realm, Registration registration, Optional<Citizen> displaced) {
        return new Outcome.Registered(
                find(realm, registration.person().nationalId()).orElseThrow(), displaced);
    }

    @Override
    public MobileChange changeMobile(RealmModel realm, Citizen citizen, MobileNumber proven, String by) {
        rows.claim(realm.getId(), Stream.of(proven.e164()));
        Optional<Citizen> holder = holder(realm, proven, Optional.of(citizen));
        rows.lockAll(Stream.concat(Stream.of(citizen), holder.stream()).map(Citizen::id));
        CitizenEntity row = rows.row(citizen.id());
        if (!row.active()) {
            return new MobileChange.NotActive();
        }
        if (row.hasMobile(proven)) {
            return new MobileChange.Unchanged();
        }
        Optional<Citizen> displaced = holder.filter(other -> stillHas(other, proven));
        displace(realm, displaced, by);
        row.changeMobile(proven);
        keep(realm, row, RegistrationAct.Kind.PHONE_CHANGED, now(), by);
        rows.flush();
        return new MobileChange.Changed(find(realm, row.nationalId()).orElseThrow(), displaced);
    }

    @Override
    public Optional<Citizen> changeEmail(RealmModel realm, Citizen citizen, String email, String by) {
        Optional<CitizenEntity> active = rows.lock(citizen.id()).filter(CitizenEntity::active);
        active.ifPresent(row -> {
            accounts.changeEmail(realm, row.userId(), email);
            keep(realm, row, RegistrationAct.Kind.EMAIL_CHANGED, now(), by);
            rows.flush();
        });
        return active.flatMap(row -> find(realm, row.nationalId()));
    }

    @Override
    public void disable(RealmModel realm, Citizen citizen, String by) {
        rows.lock(citizen.id())
                .filter(CitizenEntity::active)
                .ifPresent(row -> deactivate(realm, row, Citizen.Status.DISABLED, RegistrationAct.Kind.DISABLED, by));
    }

    @Override
    public void renounce(RealmModel realm, Citizen citizen, String by) {
        rows.lock(citizen.id())
                .filter(row -> row.status() != Citizen.Status.RENOUNCED)
                .ifPresent(row -> {
                    deactivate(realm, row, Citizen.Status.RENOUNCED, RegistrationAct.Kind.RENOUNCED, by);
                    accounts.forgetCredentials(realm, row.userId());
                });
    }

    private void deactivate(
            RealmModel realm, CitizenEntity row, Citizen.Status status, RegistrationAct.Kind kind, String by) {
        row.deactivate(status);
        accounts.close(realm, row.userId());
        rows.forgetActivationCode(row.id());
        rows.endDevices(row.userId());
        keep(realm, row, kind, now(), by);
        rows.flush();
    }

    @Override
    public List<String> renouncedBefore(RealmModel realm, Instant moment, int most) {
        return rows.renouncedBefore(realm.getId(), moment, most);
    }

    @Override
    public void erase(RealmModel realm, String citizenId, Instant renouncedBefore) {
        rows.lock(citizenId)
                .filter(row -> row.status() == Citizen.Status.RENOUNCED)
                .filter(row ->
                        rows.acts(citizenId).stream().allMatch(act -> act.at().isBefore(renouncedBefore)))
                .ifPresent(row -> {
                    audit.append(
                            realm,
                            AuditRecord.about(row.nationalId(), Erasure.CITIZEN_ERASED, AuditRecord.SYSTEM)
                                    .with("citizen", citizenId));
                    String userId = row.userId();
                    accounts.remove(realm, userId);
                    rows.forgetUser(userId);
                });
    }

    private void keep(RealmModel realm, CitizenEntity citizen, RegistrationAct.Kind kind, Instant at, String by) {
        rows.keep(new RegistrationAct(citizen.id(), kind, citizen.route(), citizen.level(), at, by));
        audit.append(
                realm,
                AuditRecord.about(citizen.nationalId(), kind, by)
                        .with("citizen", citizen.id())
                        .with("route", citizen.route().name())
                        .with("level", citizen.level().name()));
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

package es.clave.registry.jpa;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry.Registration;
import es.clave.registry.RegistrationAct;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the registry. Every look-up here is by an index and touches one citizen. */
final class RegistryRows {

    private static final String CITIZEN =
            "select citizen, account.email from CitizenEntity citizen left join UserEntity account on account.id = citizen.userId";

    private final EntityManager entities;

    RegistryRows(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Citizen> byNationalId(String realmId, NationalId nationalId) {
        return citizen(" where citizen.realmId = :realmId and citizen.nationalId = :key", realmId, nationalId.value());
    }

    Optional<Citizen> byUserId(String realmId, String userId) {
        return citizen(" where citizen.realmId = :realmId and citizen.userId = :key", realmId, userId);
    }

    Optional<Citizen> byActiveMobile(String realmId, MobileNumber mobile) {
        return citizen(" where citizen.realmId = :realmId and citizen.activeMobile = :key", realmId, mobile.e164());
    }

    private Optional<Citizen> citizen(String where, String realmId, String key) {
        return entities.createQuery(CITIZEN + where, Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("key", key)
                .getResultStream()
                .map(row -> ((CitizenEntity) row[0]).toCitizen(Optional.ofNullable((String) row[1])))
                .findFirst();
    }

    /**
     * Makes all others who claim one of these wait until the transaction ends, on whichever node. Who claims several
     * does it in one call.
     */
    void claim(String realmId, Stream<String> claims) {
        for (String claim : claims.sorted().toList()) {
            entities.createQuery("insert into ClaimEntity (realmId, claim) values (:realmId, :claim)")
                    .setParameter("realmId", realmId)
                    .setParameter("claim", claim)
                    .executeUpdate();
            // Gone before anybody sees it; who inserts the same waits for the end of this transaction all the same.
            entities.createQuery("delete from ClaimEntity where realmId = :realmId and claim = :claim")
                    .setParameter("realmId", realmId)
                    .setParameter("claim", claim)
                    .executeUpdate();
        }
    }

    /** Locks these rows, in an order that all keep to. */
    void lockAll(Stream<String> citizenIds) {
        citizenIds.distinct().sorted().forEach(this::lock);
    }

    /** The row as it is now, which nobody else changes until the end of the transaction. */
    Optional<CitizenEntity> lock(String citizenId) {
        Optional<CitizenEntity> row = Optional.ofNullable(entities.find(CitizenEntity.class, citizenId));
        entities.flush();
        // Not find with a lock: it fails where the row, known to this transaction, was changed by another meanwhile.
        row.ifPresent(found -> entities.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return row;
    }

    /** The row as this transaction knows it; only for who has locked or inserted it. */
    CitizenEntity row(String citizenId) {
        return entities.find(CitizenEntity.class, citizenId);
    }

    /**
     * Inserts an active citizen.
     *
     * @return false where the person is registered already or the number belongs to another active citizen
     */
    boolean insert(String realmId, String citizenId, String userId, Registration registration, Instant at) {
        String mobile = registration.mobile().e164();
        int inserted = entities.createQuery(
                        "insert into CitizenEntity (id, version, realmId, userId, nationalId, givenName, firstSurname,"
                                + " secondSurname, birthDate, status, level, route, since, mobile, activeMobile)"
                                + " values (:id, 0, :realmId, :userId, :nationalId, :givenName, :firstSurname,"
                                + " :secondSurname, :birthDate, :status, :level, :route, :since, :mobile, :mobile)"
                                + " on conflict do nothing")
                .setParameter("id", citizenId)
                .setParameter("realmId", realmId)
                .setParameter("userId", userId)
                .setParameter("nationalId", registration.person().nationalId().value())
                .setParameter("givenName", registration.person().name().given())
                .setParameter("firstSurname", registration.person().name().firstSurname())
                .setParameter(
                        "secondSurname",
                        registration.person().name().secondSurname().orElse(null))
                .setParameter("birthDate", registration.person().birthDate())
                .setParameter("status", Citizen.Status.ACTIVE.name())
                .setParameter("level", registration.level().name())
                .setParameter("route", registration.route().name())
                .setParameter("since", at.toEpochMilli())
                .setParameter("mobile", mobile)
                .executeUpdate();
        return inserted > 0;
    }

    void flush() {
        entities.flush();
    }

    /** Keeps an act; the citizen's row must be locked, or inserted in this transaction. */
    void keep(RegistrationAct act) {
        int last = entities.createQuery(
                        "select coalesce(max(act.key.number), 0) from RegistrationActEntity act"
                                + " where act.key.citizenId = :citizenId",
                        Integer.class)
                .setParameter("citizenId", act.citizenId())
                .getSingleResult();
        entities.persist(new RegistrationActEntity(last + 1, act));
    }

    List<RegistrationAct> acts(String citizenId) {
        return entities.createQuery(
                        "select act from RegistrationActEntity act where act.key.citizenId = :citizenId"
                                + " order by act.key.number",
                        RegistrationActEntity.class)
                .setParameter("citizenId", citizenId)
                .getResultStream()
                .map(RegistrationActEntity::toAct)
                .toList();
    }

    /** By the index of what stands; who has any later act is not meant. */
    List<String> renouncedBefore(String realmId, Instant moment, int most) {
        return entities.createQuery(
                        "select citizen.id from CitizenEntity citizen where citizen.realmId = :realmId"
                                + " and citizen.status = :renounced and not exists (select 1 from RegistrationActEntity act"
                                + " where act.key.citizenId = citizen.id and act.at >= :moment) order by citizen.id",
                        String.class)
                .setParameter("realmId", realmId)
                .setParameter("renounced", Citizen.Status.RENOUNCED.name())
                .setParameter("moment", moment.toEpochMilli())
                .setMaxResults(most)
                .getResultList();
    }

    void forgetUser(String userId) {
        forget("citizen.userId = :key", userId);
    }

    void forgetRealm(String realmId) {
        forget("citizen.realmId = :key", realmId);
    }

    void forgetActivationCode(String citizenId) {
        entities.createQuery("delete from ActivationCodeEntity code where code.citizenId = :citizenId")
                .setParameter("citizenId", citizenId)
                .executeUpdate();
    }

    void endDevices(String userId) {
        new DeviceRows(entities).endAll(userId);
    }

    private void forget(String which, String key) {
        entities.createQuery("delete from ActivationCodeEntity code where code.citizenId in"
                        + " (select citizen.id from CitizenEntity citizen where " + which + ")")
                .setParameter("key", key)
                .executeUpdate();
        entities.createQuery("delete from RegistrationActEntity act where act.key.citizenId in"
                        + " (select citizen.id from CitizenEntity citizen where " + which + ")")
                .setParameter("key", key)
                .executeUpdate();
        entities.createQuery("delete from CitizenEntity citizen where " + which)
                .setParameter("key", key)
                .executeUpdate();
    }
}

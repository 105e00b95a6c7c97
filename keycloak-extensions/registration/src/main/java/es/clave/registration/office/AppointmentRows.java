package es.clave.registration.office;

import es.clave.identity.NationalId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The appointments of a realm, in the table {@code CLAVE_APPOINTMENT}. */
final class AppointmentRows {

    private final EntityManager entities;
    private final String realmId;

    /** When some desk of an office is taken. */
    record Taken(Instant start, Instant end, int seat) {

        boolean overlaps(Slot slot) {
            return start.isBefore(slot.end()) && end.isAfter(slot.start());
        }
    }

    AppointmentRows(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    Optional<AppointmentEntity> row(String id) {
        return entities.createQuery(
                        "select a from AppointmentEntity a where a.id = :id and a.realmId = :realm",
                        AppointmentEntity.class)
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .getResultStream()
                .findFirst();
    }

    Optional<AppointmentEntity> rowOf(NationalId person) {
        return entities.createQuery(
                        "select a from AppointmentEntity a where a.realmId = :realm and a.nationalId = :person",
                        AppointmentEntity.class)
                .setParameter("realm", realmId)
                .setParameter("person", person.value())
                .getResultStream()
                .findFirst();
    }

    List<Appointment> at(String officeId, Instant from, Instant to) {
        return entities.createQuery(
                        "select a from AppointmentEntity a where a.realmId = :realm and a.officeId = :office"
                                + " and a.startsAt >= :from and a.startsAt < :to order by a.startsAt, a.seat",
                        AppointmentEntity.class)
                .setParameter("realm", realmId)
                .setParameter("office", officeId)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultStream()
                .map(AppointmentEntity::toAppointment)
                .toList();
    }

    /** What is taken at these offices after a moment and before another, by office. */
    Map<String, List<Taken>> taken(Collection<String> officeIds, Instant from, Instant to) {
        Map<String, List<Taken>> taken = new HashMap<>();
        entities.createQuery(
                        "select a.officeId, a.startsAt, a.endsAt, a.seat from AppointmentEntity a"
                                + " where a.realmId = :realm and a.officeId in :offices"
                                + " and a.endsAt > :from and a.startsAt < :to",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("offices", officeIds)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultStream()
                .forEach(row -> taken.computeIfAbsent((String) row[0], unused -> new ArrayList<>())
                        .add(new Taken(
                                Instant.ofEpochMilli((Long) row[1]), Instant.ofEpochMilli((Long) row[2]), (Integer)
                                        row[3])));
        return taken;
    }

    /** The first desk that is free all through the slot, of so many. */
    static OptionalInt freeSeat(List<Taken> taken, Slot slot, int capacity) {
        BitSet seats = new BitSet();
        taken.stream().filter(other -> other.overlaps(slot)).forEach(other -> seats.set(other.seat()));
        int free = seats.nextClearBit(0);
        return free < capacity ? OptionalInt.of(free) : OptionalInt.empty();
    }

    /** A row that is not in the table yet. */
    AppointmentEntity row(Appointment.Visitor visitor) {
        return new AppointmentEntity(UUID.randomUUID().toString(), realmId, visitor);
    }

    void insert(AppointmentEntity row) {
        entities.persist(row);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    void remove(AppointmentEntity row) {
        entities.remove(row);
        entities.flush();
    }

    boolean anyAfter(String officeId, Instant moment) {
        return entities.createQuery(
                                "select count(a) from AppointmentEntity a where a.realmId = :realm"
                                        + " and a.officeId = :office and a.endsAt > :moment",
                                Long.class)
                        .setParameter("realm", realmId)
                        .setParameter("office", officeId)
                        .setParameter("moment", moment.toEpochMilli())
                        .getSingleResult()
                > 0;
    }

    void removeAll() {
        entities.createQuery("delete from AppointmentEntity a where a.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** The realms and ids of appointments whose people are to be reminded by now. */
    static List<Object[]> toRemind(EntityManager entities, Instant now, int limit) {
        return entities.createQuery(
                        "select a.realmId, a.id from AppointmentEntity a where a.remindAt <= :now order by a.remindAt",
                        Object[].class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList();
    }

    /** Claims the reminding of this appointment: true once only, whoever else tries at the same moment. */
    boolean claimReminder(String id, Instant now) {
        return entities.createQuery("update AppointmentEntity a set a.remindAt = null"
                                + " where a.id = :id and a.realmId = :realm and a.remindAt <= :now")
                        .setParameter("id", id)
                        .setParameter("realm", realmId)
                        .setParameter("now", now.toEpochMilli())
                        .executeUpdate()
                > 0;
    }

    /** Forgets what ended before this moment. */
    static int forget(EntityManager entities, Instant endedBefore) {
        return entities.createQuery("delete from AppointmentEntity a where a.endsAt < :before")
                .setParameter("before", endedBefore.toEpochMilli())
                .executeUpdate();
    }
}

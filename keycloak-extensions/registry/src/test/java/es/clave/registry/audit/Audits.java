package es.clave.registry.audit;

import es.clave.platform.KeyedHash;
import es.clave.registry.jpa.RegistryDatabase;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;

/** The audit log of the tests: the real one, with its end-of-transaction work done at once. */
public final class Audits {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    static final AuditSeal SEAL = new AuditSeal(Audits::key);
    static final String SOURCE = "192.0.2.7";

    private Audits() {}

    static KeyedHash key(String purpose) {
        return KeyedHash.withKey((purpose + " of the tests, 32 bytes long").getBytes(StandardCharsets.US_ASCII));
    }

    /** A log that appends in the transaction of these entities. */
    public static AuditLog of(EntityManager entities) {
        return of(entities, work -> {
            throw new UnsupportedOperationException("these tests have one transaction");
        });
    }

    /** A log that appends in the transaction of these entities, and at once in others of the database. */
    public static AuditLog of(EntityManager entities, RegistryDatabase database) {
        return of(entities, database::inTransaction);
    }

    private static AuditLog of(EntityManager entities, Function<Function<EntityManager, Anchor>, Anchor> own) {
        return new JpaAuditLog(
                entities, Runnable::run, Runnable::run, own, SEAL, () -> SOURCE, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}

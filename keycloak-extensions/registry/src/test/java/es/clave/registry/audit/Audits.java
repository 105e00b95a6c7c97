package es.clave.registry.audit;

import es.clave.platform.KeyedHash;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The audit log of the tests: the real one, with its end-of-transaction work done at once. */
public final class Audits {

    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    static final AuditSeal SEAL = new AuditSeal(Audits::key);

    private Audits() {}

    static KeyedHash key(String purpose) {
        return KeyedHash.withKey((purpose + " of the tests, 32 bytes long").getBytes(StandardCharsets.US_ASCII));
    }

    /** A log that appends in the transaction of these entities. */
    public static AuditLog of(EntityManager entities) {
        return new JpaAuditLog(
                entities,
                Runnable::run,
                work -> {
                    throw new UnsupportedOperationException("these tests have one transaction");
                },
                SEAL,
                () -> "192.0.2.7",
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}

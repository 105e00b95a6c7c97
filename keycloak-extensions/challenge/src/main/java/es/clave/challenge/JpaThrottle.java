package es.clave.challenge;

import es.clave.platform.KeyedHash;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.keycloak.models.ModelDuplicateException;

/** {@link Throttle} in Keycloak's database. */
final class JpaThrottle implements Throttle {

    private final OwnTransaction transaction;
    private final KeyedHash keyedHash;
    private final Clock clock;

    JpaThrottle(OwnTransaction transaction, KeyedHash keyedHash, Clock clock) {
        this.transaction = transaction;
        this.keyedHash = keyedHash;
        this.clock = clock;
    }

    @Override
    public Verdict take(String realmId, List<Demand> demands) {
        List<Ledger.Entry> entries = demands.stream()
                .map(demand ->
                        new Ledger.Entry(demand, rowId(realmId, demand.limit().name(), demand.subject())))
                .toList();
        return inLedger(ledger -> ledger.take(realmId, entries));
    }

    @Override
    public Standing standing(String realmId, FailurePolicy policy, String subject) {
        return inLedger(ledger -> ledger.standing(policy, rowId(realmId, policy.name(), subject)));
    }

    @Override
    public Standing failed(String realmId, FailurePolicy policy, String subject) {
        return inLedger(ledger -> ledger.failed(realmId, policy, rowId(realmId, policy.name(), subject)));
    }

    @Override
    public void succeeded(String realmId, FailurePolicy policy, String subject) {
        String rowId = rowId(realmId, policy.name(), subject);
        inLedger(ledger -> {
            ledger.succeeded(policy, rowId);
            return rowId;
        });
    }

    private String rowId(String realmId, String limiter, String subject) {
        return keyedHash.of(realmId, limiter, subject);
    }

    private <T> T inLedger(Function<Ledger, T> work) {
        try {
            return transaction.run(entities -> work.apply(new Ledger(new ThrottleRows(entities), clock)));
        } catch (PersistenceException | ModelDuplicateException lostRace) {
            // Another made the same row at the same moment; now it is there to be locked. See ThrottleRows.lock.
            return transaction.run(entities -> work.apply(new Ledger(new ThrottleRows(entities), clock)));
        }
    }

    @Override
    public void close() {}
}

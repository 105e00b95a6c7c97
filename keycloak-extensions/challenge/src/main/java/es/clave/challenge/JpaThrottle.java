package es.clave.challenge;

import es.clave.platform.KeyedHash;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@link Throttle} in Keycloak's database. */
final class JpaThrottle implements Throttle {

    private final KeycloakSessionFactory sessions;
    private final KeyedHash keyedHash;
    private final Clock clock;

    JpaThrottle(KeycloakSessionFactory sessions, KeyedHash keyedHash, Clock clock) {
        this.sessions = sessions;
        this.keyedHash = keyedHash;
        this.clock = clock;
    }

    @Override
    public Verdict take(RealmModel realm, List<Demand> demands) {
        String realmId = realm.getId();
        List<Ledger.Entry> entries = demands.stream()
                .map(demand ->
                        new Ledger.Entry(demand, rowId(realmId, demand.limit().name(), demand.subject())))
                .toList();
        return inOwnTransaction(ledger -> ledger.take(realmId, entries));
    }

    @Override
    public Standing standing(RealmModel realm, FailurePolicy policy, String subject) {
        return inOwnTransaction(ledger -> ledger.standing(policy, rowId(realm.getId(), policy.name(), subject)));
    }

    @Override
    public Standing failed(RealmModel realm, FailurePolicy policy, String subject) {
        String realmId = realm.getId();
        return inOwnTransaction(ledger -> ledger.failed(realmId, policy, rowId(realmId, policy.name(), subject)));
    }

    @Override
    public void succeeded(RealmModel realm, FailurePolicy policy, String subject) {
        String rowId = rowId(realm.getId(), policy.name(), subject);
        inOwnTransaction(ledger -> {
            ledger.succeeded(policy, rowId);
            return rowId;
        });
    }

    private String rowId(String realmId, String limiter, String subject) {
        return keyedHash.of(realmId, limiter, subject);
    }

    private <T> T inOwnTransaction(Function<Ledger, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> work.apply(new Ledger(
                        new ThrottleRows(
                                session.getProvider(JpaConnectionProvider.class).getEntityManager()),
                        clock)));
    }

    @Override
    public void close() {}
}

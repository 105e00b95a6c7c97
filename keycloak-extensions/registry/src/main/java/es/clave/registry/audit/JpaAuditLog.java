package es.clave.registry.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/** {@link AuditLog} in the tables {@code CLAVE_AUDIT_ENTRY} and {@code CLAVE_AUDIT_HEAD}. */
final class JpaAuditLog implements AuditLog {

    /** Every end of a chain, so that the logs, which are kept elsewhere, tell when entries at the end are gone. */
    private static final Logger ANCHORS = Logger.getLogger("es.clave.audit");

    private final EntityManager entities;
    private final Consumer<Runnable> beforeCommit;
    private final Consumer<Runnable> afterCommit;
    private final Function<Function<EntityManager, Anchor>, Anchor> ownTransaction;
    private final AuditSeal seal;
    private final Supplier<String> source;
    private final Clock clock;

    /** What waits for the end of the transaction, so that the lock of the chain is held for moments only. */
    private final List<AuditChain.Draft> pending = new ArrayList<>();

    /** Where the chains end once the transaction commits. */
    private final List<Anchor> ends = new ArrayList<>();

    /**
     * @param beforeCommit does something as the last thing in the transaction
     * @param afterCommit does something once the transaction committed
     * @param ownTransaction does something in another transaction and commits that
     * @param source the network address of the request, empty if there is none
     */
    JpaAuditLog(
            EntityManager entities,
            Consumer<Runnable> beforeCommit,
            Consumer<Runnable> afterCommit,
            Function<Function<EntityManager, Anchor>, Anchor> ownTransaction,
            AuditSeal seal,
            Supplier<String> source,
            Clock clock) {
        this.entities = entities;
        this.beforeCommit = beforeCommit;
        this.afterCommit = afterCommit;
        this.ownTransaction = ownTransaction;
        this.seal = seal;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public void append(RealmModel realm, AuditRecord entry) {
        pending.add(draft(realm, entry));
        if (pending.size() == 1) {
            beforeCommit.accept(this::appendPending);
            afterCommit.accept(this::tellEnds);
        }
    }

    private void appendPending() {
        // In the order of the realms' ids: two transactions that write to two chains must not wait for each other.
        Map<String, List<AuditChain.Draft>> byRealm = pending.stream()
                .collect(Collectors.groupingBy(AuditChain.Draft::realmId, TreeMap::new, Collectors.toList()));
        pending.clear();
        AuditChain chain = new AuditChain(entities, seal);
        byRealm.forEach((realmId, drafts) -> ends.add(chain.append(realmId, drafts)));
    }

    private void tellEnds() {
        ends.forEach(JpaAuditLog::tell);
        ends.clear();
    }

    @Override
    public void appendNow(RealmModel realm, AuditRecord entry) {
        AuditChain.Draft draft = draft(realm, entry);
        tell(ownTransaction.apply(own -> new AuditChain(own, seal).append(draft.realmId(), List.of(draft))));
    }

    private static void tell(Anchor end) {
        ANCHORS.info(end);
    }

    private AuditChain.Draft draft(RealmModel realm, AuditRecord entry) {
        return new AuditChain.Draft(realm.getId(), entry, clock.instant(), source.get());
    }

    @Override
    public void close() {}
}

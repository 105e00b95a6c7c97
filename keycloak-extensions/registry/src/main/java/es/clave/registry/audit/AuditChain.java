package es.clave.registry.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import org.keycloak.util.JsonSerialization;

/** The chains in the database. */
final class AuditChain {

    /** What is appended, by whose request. */
    record Draft(String realmId, AuditRecord entry, Instant at, String source) {}

    private static final int ACTOR_LENGTH = 64;
    private static final int DETAILS_LENGTH = 2000;

    private final EntityManager entities;
    private final AuditSeal seal;

    AuditChain(EntityManager entities, AuditSeal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    /**
     * Appends these in their order, all of one realm. Holds the lock of the chain until the transaction ends, so this comes
     * last in it.
     *
     * @return where the chain ends now
     */
    Anchor append(String realmId, Collection<Draft> drafts) {
        // Whatever else this transaction changes takes its locks before that of the chain, or two could wait for each
        // other.
        entities.flush();
        AuditHeadEntity head = lock(realmId);
        for (Draft draft : drafts) {
            AuditEntry entry = entry(head, draft);
            String hash = entry.hash();
            entities.persist(new AuditEntryEntity(entry, hash, seal.of(hash)));
            head.move(entry.number(), hash);
        }
        entities.flush();
        return new Anchor(realmId, head.number(), head.hash());
    }

    private AuditHeadEntity lock(String realmId) {
        AuditHeadEntity head = find(realmId);
        if (head == null) {
            entities.createQuery("insert into AuditHeadEntity (realmId, number, hash) values (:realmId, 0, :hash)"
                            + " on conflict do nothing")
                    .setParameter("realmId", realmId)
                    .setParameter("hash", AuditEntry.NO_HASH)
                    .executeUpdate();
            head = find(realmId);
        }
        return head;
    }

    private AuditHeadEntity find(String realmId) {
        AuditHeadEntity head = entities.find(AuditHeadEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        if (head != null) {
            entities.refresh(head);
        }
        return head;
    }

    private AuditEntry entry(AuditHeadEntity head, Draft draft) {
        AuditRecord said = draft.entry();
        return new AuditEntry(
                draft.realmId(),
                head.number() + 1,
                draft.at().toEpochMilli(),
                said.action().name(),
                checked("actor", said.actor(), ACTOR_LENGTH),
                seal.pseudonym(draft.realmId(), said.subject()),
                draft.source(),
                checked("details", json(said), DETAILS_LENGTH),
                head.hash());
    }

    private static String json(AuditRecord said) {
        try {
            return JsonSerialization.writeValueAsString(new TreeMap<>(said.details()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String checked(String what, String text, int length) {
        if (text.length() > length) {
            throw new IllegalArgumentException("the " + what + " of an audit entry is too long");
        }
        return text;
    }
}

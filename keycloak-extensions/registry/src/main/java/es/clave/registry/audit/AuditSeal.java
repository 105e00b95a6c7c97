package es.clave.registry.audit;

import es.clave.identity.NationalId;
import es.clave.platform.KeyedHash;
import java.util.Optional;
import java.util.function.Function;

/**
 * What only the server's secret can make: the seal of an entry, without which whoever may write to the database could
 * write the whole chain anew, and the pseudonym of a person.
 */
final class AuditSeal {

    private static final String SEAL = "audit-seal";
    private static final String SUBJECT = "audit-subject";

    private final KeyedHash seals;
    private final KeyedHash subjects;

    /** @param keys the keyed hash of a purpose, made of the server's secret */
    AuditSeal(Function<String, KeyedHash> keys) {
        seals = keys.apply(SEAL);
        subjects = keys.apply(SUBJECT);
    }

    String of(String entryHash) {
        return seals.of(entryHash);
    }

    boolean matches(String seal, String entryHash) {
        return seals.matches(seal, entryHash);
    }

    String pseudonym(String realmId, Optional<NationalId> subject) {
        return subject.map(id -> subjects.of(realmId, id.value())).orElse("");
    }
}

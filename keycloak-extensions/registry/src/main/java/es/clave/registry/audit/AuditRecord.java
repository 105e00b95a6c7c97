package es.clave.registry.audit;

import es.clave.identity.NationalId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody did.
 *
 * @param action a value of the enum in which a module lists what it audits; its name is kept, so never rename one
 * @param actor who did it: a citizen's registry id, an officer's user id, {@link #SYSTEM} or {@link #ANYBODY}
 * @param subject whom it concerns; kept as a keyed hash, which tells nothing to who reads the log
 * @param details further facts, without personal data: kept as they are, for ever
 */
public record AuditRecord(Enum<?> action, String actor, Optional<NationalId> subject, Map<String, String> details) {

    /** A job of the server's own. */
    public static final String SYSTEM = "system";

    /** A visitor who has not proven to be anybody. */
    public static final String ANYBODY = "anybody";

    public AuditRecord {
        details = Map.copyOf(details);
    }

    /** A record about a person, without details. */
    public static AuditRecord about(NationalId subject, Enum<?> action, String actor) {
        return new AuditRecord(action, actor, Optional.of(subject), Map.of());
    }

    /** The same with one fact more. */
    public AuditRecord with(String name, String value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(name, value);
        return new AuditRecord(action, actor, subject, more);
    }
}

package es.clave.registration.desk;

import es.clave.identity.NationalId;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keeps what an officer does, in the audit log of the citizens' realm, and counts it. */
final class DeskJournal {

    private static final String COUNTER = "clave.desk";

    private final KeycloakSession session;
    private final RealmModel citizens;
    private final String actor;
    private final String officeId;

    DeskJournal(KeycloakSession session, RealmModel citizens, String actor, String officeId) {
        this.session = session;
        this.citizens = citizens;
        this.actor = actor;
        this.officeId = officeId;
    }

    /** Something that is kept with the request's transaction. */
    void act(DeskAct act, NationalId subject) {
        log().append(citizens, counted(act, Optional.of(subject), Map.of()));
    }

    /** The same, and why. */
    void act(DeskAct act, NationalId subject, RefusalReason reason) {
        log().append(citizens, counted(act, Optional.of(subject), Map.of("reason", reason.name())));
    }

    /** What is to be kept of an act that another appends. */
    AuditRecord record(DeskAct act, NationalId subject) {
        return counted(act, Optional.of(subject), Map.of());
    }

    /** Who came along with a minor: kept of both, each of whom is found by the own number only. */
    void guardian(NationalId minor, NationalId guardian) {
        String common = UUID.randomUUID().toString();
        log().append(citizens, counted(DeskAct.DESK_GUARDIAN, Optional.of(guardian), Map.of("case", common)));
        log().append(citizens, counted(DeskAct.DESK_GUARDED, Optional.of(minor), Map.of("case", common)));
    }

    /** A look, which is kept whatever becomes of the request. */
    void look(DeskAct act, Optional<NationalId> subject) {
        log().appendNow(citizens, counted(act, subject, Map.of()));
    }

    private AuditRecord counted(DeskAct act, Optional<NationalId> subject, Map<String, String> details) {
        Metrics.counter(COUNTER, "act", act.name().toLowerCase(Locale.ROOT)).increment();
        return new AuditRecord(act, actor, subject, details).with("office", officeId);
    }

    private AuditLog log() {
        return session.getProvider(AuditLog.class);
    }
}

package es.clave.registration.enrolment;

import es.clave.challenge.Limit;
import es.clave.challenge.Throttle;
import es.clave.identity.ActivationCode;
import es.clave.registry.ActivationCodes;
import es.clave.registry.Citizen;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A new activation code for somebody who is registered, in place of the former: so many a day, and audited. */
public final class ReplacementCode {

    private static final Limit PER_CITIZEN =
            new Limit("account-activation-codes", List.of(new Limit.Window(5, Duration.ofDays(1))));

    private final KeycloakSession session;
    private final RealmModel realm;

    public ReplacementCode(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Makes it.
     *
     * @param act how the audit log calls it
     * @return empty where the citizen had too many
     */
    public Optional<ActivationCode> issue(Citizen citizen, AuditRecord act) {
        Throttle.Verdict verdict = session.getProvider(Throttle.class)
                .take(realm.getId(), List.of(new Throttle.Demand(PER_CITIZEN, citizen.id())));
        if (verdict instanceof Throttle.Verdict.Refused) {
            return Optional.empty();
        }
        session.getProvider(AuditLog.class).append(realm, act);
        return Optional.of(session.getProvider(ActivationCodes.class).issue(realm, citizen));
    }
}

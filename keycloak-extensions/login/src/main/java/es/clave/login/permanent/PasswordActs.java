package es.clave.login.permanent;

import es.clave.registry.Citizen;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * The acts on a citizen's password: the credential, the lock, the audit log, the event, the notice, the other sessions, all
 * in the transaction of the session.
 */
final class PasswordActs {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Passwords passwords;
    private final PasswordLock lock;
    private final PermanentNotices notices;

    PasswordActs(KeycloakSession session, RealmModel realm, PermanentSettings settings, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.passwords = new Passwords(session, realm, settings);
        this.lock = new PasswordLock(session, realm, settings);
        this.notices = new PermanentNotices(session, realm, clock);
    }

    /**
     * Gives the citizen this password.
     *
     * @param event of the request, to make another of
     * @param sessionId the one session that goes on; all others of the citizen end, for somebody else may have them
     */
    void set(PermanentAct act, Citizen citizen, UserModel user, String password, EventBuilder event, String sessionId) {
        passwords.set(user, password);
        lock.open(subject(citizen));
        session.getProvider(AuditLog.class).append(realm, AuditRecord.about(citizen.nationalId(), act, citizen.id()));
        event.clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(user)
                .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE)
                .detail("clave_act", act.name())
                .success();
        notices.passwordSet(citizen);
        endOtherSessions(user, sessionId);
    }

    /** Too many wrong passwords of this citizen, or of somebody who is not there and must cost the same. */
    void locked(Optional<Citizen> citizen) {
        citizen.ifPresentOrElse(
                holder -> {
                    session.getProvider(AuditLog.class)
                            .append(
                                    realm,
                                    AuditRecord.about(
                                            holder.nationalId(), PermanentAct.PASSWORD_LOCKED, AuditRecord.ANYBODY));
                    notices.passwordLocked(holder);
                },
                notices::pretendPasswordLocked);
    }

    /** Whom the lock of a citizen belongs to. */
    static String subject(Citizen citizen) {
        return "citizen:" + citizen.id();
    }

    private void endOtherSessions(UserModel user, String sessionId) {
        for (UserSessionModel other : session.sessions()
                .getUserSessionsStream(realm, user)
                .filter(known -> !known.getId().equals(sessionId))
                .collect(Collectors.toList())) {
            AuthenticationManager.backchannelLogout(
                    session,
                    realm,
                    other,
                    session.getContext().getUri(),
                    session.getContext().getConnection(),
                    session.getContext().getHttpRequest().getHttpHeaders(),
                    true);
        }
    }
}

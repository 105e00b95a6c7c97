package es.clave.registration;

import es.clave.challenge.FailurePolicy;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.platform.TypedDocument;
import es.clave.registry.CivilPerson;
import es.clave.registry.CivilRegister;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Asks the civil register whether a document is right. It asks nothing of the registry: who is registered begins like
 * everybody else. A document that is unknown, has another datum or belonged to somebody who died is answered the same.
 */
final class Identification {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String source;

    Identification(KeycloakSession session, RealmModel realm, String source) {
        this.session = session;
        this.realm = realm;
        this.source = source;
    }

    /** What became of a document. */
    sealed interface Answer {

        /** It is right, and its holder alive. */
        record Confirmed(CivilPerson person) implements Answer {}

        /** Not now, or not this document. */
        record Refused(Refusal refusal) implements Answer {}
    }

    Answer of(TypedDocument.Document document) {
        Throttle throttle = session.getProvider(Throttle.class);
        Throttle.Verdict verdict = throttle.take(
                realm.getId(),
                List.of(new Throttle.Demand(SourceLimits.of(realm).identities(), source)));
        if (verdict instanceof Throttle.Verdict.Refused refused) {
            return new Answer.Refused(Refusal.sourceLimited(refused));
        }
        FailurePolicy policy = RegistrationSettings.of(realm).documents();
        String subject = document.nationalId().value();
        if (throttle.standing(realm.getId(), policy, subject) instanceof Throttle.Standing.Paused paused) {
            return new Answer.Refused(Refusal.documentPaused(paused.rest()));
        }
        CivilRegister.Answer answer =
                session.getProvider(CivilRegister.class).verify(document.nationalId(), document.datum());
        if (answer instanceof CivilRegister.Answer.Unavailable) {
            return new Answer.Refused(Refusal.civilRegisterUnavailable());
        }
        if (answer instanceof CivilRegister.Answer.Confirmed confirmed
                && confirmed.person().alive()) {
            throttle.succeeded(realm.getId(), policy, subject);
            audit(document, RegistrationStep.DOCUMENT_CONFIRMED);
            return new Answer.Confirmed(confirmed.person());
        }
        audit(document, RegistrationStep.DOCUMENT_NOT_CONFIRMED);
        if (throttle.failed(realm.getId(), policy, subject) instanceof Throttle.Standing.Paused paused) {
            audit(document, RegistrationStep.DOCUMENT_PAUSED);
            return new Answer.Refused(Refusal.documentPaused(paused.rest()));
        }
        return new Answer.Refused(Refusal.documentNotConfirmed());
    }

    /** Both answers, so that nothing but the words tells them apart; whatever becomes of the request. */
    private void audit(TypedDocument.Document document, RegistrationStep step) {
        session.getProvider(AuditLog.class)
                .appendNow(realm, AuditRecord.about(document.nationalId(), step, AuditRecord.ANYBODY));
    }
}

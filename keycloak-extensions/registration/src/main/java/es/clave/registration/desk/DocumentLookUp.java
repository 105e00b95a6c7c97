package es.clave.registration.desk;

import es.clave.challenge.FailurePolicy;
import es.clave.challenge.Limit;
import es.clave.challenge.Throttle;
import es.clave.identity.NationalId;
import es.clave.platform.TypedDocument;
import es.clave.registration.Refusal;
import es.clave.registration.RegistrationSettings;
import es.clave.registry.CivilPerson;
import es.clave.registry.CivilRegister;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Looks a document up that lies on the desk. An officer looks up so many in an hour and never the own; who guesses at the
 * datum of a document meets the limits that citizens meet. Every look-up is kept at once.
 */
final class DocumentLookUp {

    private final KeycloakSession session;
    private final RealmModel citizens;
    private final RealmModel staff;
    private final Officer officer;
    private final Limit limit;
    private final DeskJournal journal;

    /** What became of a look-up. */
    sealed interface Answer {

        /** It is right, and its holder alive. */
        record Found(CivilPerson person) implements Answer {}

        /** It is not, or the officer may not look it up. */
        record Refused(String messageKey, List<Long> parameters) implements Answer {}
    }

    DocumentLookUp(
            KeycloakSession session,
            RealmModel citizens,
            RealmModel staff,
            Officer officer,
            Limit limit,
            DeskJournal journal) {
        this.session = session;
        this.citizens = citizens;
        this.staff = staff;
        this.officer = officer;
        this.limit = limit;
        this.journal = journal;
    }

    Answer of(TypedDocument.Document document) {
        NationalId id = document.nationalId();
        if (id.value().equals(officer.nationalId().value())) {
            journal.look(DeskAct.DESK_OWN_DOCUMENT, Optional.of(id));
            return new Answer.Refused("deskOwnDocument", List.of());
        }
        Throttle throttle = session.getProvider(Throttle.class);
        if (throttle.take(staff.getId(), List.of(new Throttle.Demand(limit, officer.id())))
                instanceof Throttle.Verdict.Refused refused) {
            journal.look(DeskAct.DESK_LOOKUPS_EXCEEDED, Optional.of(id));
            return new Answer.Refused("deskTooManyLookUps", Refusal.minutes(refused.retryAfter()));
        }
        FailurePolicy policy = RegistrationSettings.of(citizens).documents();
        if (throttle.standing(citizens.getId(), policy, id.value()) instanceof Throttle.Standing.Paused paused) {
            return new Answer.Refused("registrationPaused", Refusal.minutes(paused.rest()));
        }
        CivilRegister.Answer answer = session.getProvider(CivilRegister.class).verify(id, document.datum());
        if (answer instanceof CivilRegister.Answer.Unavailable) {
            return new Answer.Refused("civilRegisterUnavailable", List.of());
        }
        if (answer instanceof CivilRegister.Answer.Confirmed confirmed
                && confirmed.person().alive()) {
            throttle.succeeded(citizens.getId(), policy, id.value());
            journal.look(DeskAct.DESK_DOCUMENT_CONFIRMED, Optional.of(id));
            return new Answer.Found(confirmed.person());
        }
        journal.look(DeskAct.DESK_DOCUMENT_NOT_CONFIRMED, Optional.of(id));
        throttle.failed(citizens.getId(), policy, id.value());
        return new Answer.Refused("deskNotConfirmed", List.of());
    }
}

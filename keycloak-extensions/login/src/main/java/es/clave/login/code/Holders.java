package es.clave.login.code;

import es.clave.platform.ServerKeys;
import es.clave.platform.TypedDocument;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.CivilRegister;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds the holder of a document. Always asks both registers, whatever the first one answers. */
public final class Holders {

    private final KeycloakSession session;
    private final RealmModel realm;

    /** Of this realm. */
    public Holders(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The holder; empty if the civil register cannot be asked now. */
    public Optional<Holder> of(TypedDocument.Document document) {
        CivilRegister.Answer answer =
                session.getProvider(CivilRegister.class).verify(document.nationalId(), document.datum());
        Optional<Citizen> registered =
                session.getProvider(CitizenRegistry.class).find(realm, document.nationalId());
        if (answer instanceof CivilRegister.Answer.Unavailable) {
            return Optional.empty();
        }
        boolean alive = answer instanceof CivilRegister.Answer.Confirmed confirmed
                && confirmed.person().alive();
        Holder nobody = Holder.nobody(
                session.getProvider(ServerKeys.class).keyedHash("pin-nobody"),
                document.nationalId().value(),
                document.datum().value());
        return Optional.of(registered
                .filter(citizen -> alive && citizen.status() == Citizen.Status.ACTIVE)
                .map(Holder::of)
                .orElse(nobody));
    }

    /** The citizen behind a session that is already there, if the registration still stands. */
    public Optional<Holder> ofUser(String userId) {
        return session.getProvider(CitizenRegistry.class)
                .findByUserId(realm, userId)
                .filter(citizen -> citizen.status() == Citizen.Status.ACTIVE)
                .map(Holder::of);
    }
}

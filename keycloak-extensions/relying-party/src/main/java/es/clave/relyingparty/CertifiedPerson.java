package es.clave.relyingparty;

import es.clave.platform.LoginNotes;
import java.util.Optional;
import org.keycloak.models.UserSessionModel;

/** Somebody of whom nothing is known but what a certificate said at the login. */
record CertifiedPerson(String nationalId, String given, String firstSurname, Optional<String> secondSurname) {

    /** Who the session is of; empty if it is of somebody who is registered. */
    static Optional<CertifiedPerson> of(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(LoginNotes.CERTIFIED_ID))
                .map(id -> new CertifiedPerson(
                        id,
                        session.getNote(LoginNotes.CERTIFIED_GIVEN_NAME),
                        session.getNote(LoginNotes.CERTIFIED_FIRST_SURNAME),
                        Optional.ofNullable(session.getNote(LoginNotes.CERTIFIED_SECOND_SURNAME))));
    }

    /** Both surnames. */
    String family() {
        return secondSurname.map(second -> firstSurname + " " + second).orElse(firstSurname);
    }

    @Override
    public String toString() {
        return "CertifiedPerson[****]";
    }
}

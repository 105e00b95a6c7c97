package es.clave.relyingparty.clave2;

import java.util.Optional;
import org.keycloak.models.UserSessionModel;

/** The request that a logout under way answers at its end, kept in the notes of the session that ends. */
record PendingLogout(String requestId, String returnAddress, Optional<String> relayState) {

    private static final String ID = "clave2.logout.id";
    private static final String RETURN_ADDRESS = "clave2.logout.address";
    private static final String RELAY_STATE = "clave2.logout.relay.state";

    void keepIn(UserSessionModel session) {
        session.setNote(ID, requestId);
        session.setNote(RETURN_ADDRESS, returnAddress);
        relayState.ifPresentOrElse(value -> session.setNote(RELAY_STATE, value), () -> session.removeNote(RELAY_STATE));
    }

    static PendingLogout of(UserSessionModel session) {
        return new PendingLogout(
                session.getNote(ID),
                session.getNote(RETURN_ADDRESS),
                Optional.ofNullable(session.getNote(RELAY_STATE)));
    }
}

package es.clave.platform.pages;

import es.clave.platform.KeyedHash;
import es.clave.platform.ServerKeys;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** What a form of ours carries so that it can only come from our own page: made of the session, kept nowhere. */
final class FormToken {

    private final KeyedHash hash;

    FormToken(KeycloakSession session) {
        this.hash = session.getProvider(ServerKeys.class).keyedHash("form-token");
    }

    String of(UserSessionModel session, ClientModel client) {
        return hash.of(session.getId(), client.getId());
    }

    boolean matches(Optional<String> sent, UserSessionModel session, ClientModel client) {
        return sent.filter(token -> hash.matches(token, session.getId(), client.getId()))
                .isPresent();
    }
}

package es.clave.messaging;

import es.clave.messaging.SmsSender.Result;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The configured sender, in a session without a transaction: none must stay open while a gateway thinks. */
final class SessionGateway implements Function<Sms, Result> {

    private final KeycloakSessionFactory sessions;

    SessionGateway(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Result apply(Sms sms) {
        try (KeycloakSession session = sessions.create()) {
            return session.getProvider(SmsSender.class).send(sms);
        }
    }
}

package es.clave.messaging;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The configured senders, in a session without a transaction: none must stay open while a gateway thinks. */
final class SessionGateway implements Gateway {

    private final KeycloakSessionFactory sessions;

    SessionGateway(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public SendResult send(Message message, Attempt attempt) {
        try (KeycloakSession session = sessions.create()) {
            if (message instanceof Sms sms) {
                return session.getProvider(SmsSender.class).send(sms, attempt);
            } else if (message instanceof Email email) {
                return session.getProvider(EmailSender.class).send(email, attempt);
            } else if (message instanceof Push push) {
                return session.getProvider(PushSender.class).send(push, attempt);
            }
            return session.getProvider(LetterSender.class).send((Letter) message, attempt);
        }
    }
}

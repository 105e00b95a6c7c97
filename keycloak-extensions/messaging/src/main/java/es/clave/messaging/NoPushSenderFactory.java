package es.clave.messaging;

import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Nobody wakes apps: they ask by themselves. What is used where nothing else is chosen. */
public final class NoPushSenderFactory implements PushSenderFactory {

    public static final String PROVIDER_ID = "none";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public PushSender create(KeycloakSession session) {
        return new PushSender() {
            @Override
            public SendResult send(Push push, Attempt attempt) {
                return new SendResult.Accepted("");
            }

            @Override
            public Optional<String> applicationServerKey() {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package es.clave.messaging.twilio;

import es.clave.messaging.SmsSender;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Makes {@link TwilioStatusResource}s while messages go through Twilio and reports are asked for. */
public final class TwilioStatusResourceFactory implements RealmResourceProviderFactory {

    public static final String PROVIDER_ID = "clave-twilio";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new TwilioStatusResourceProvider(session, signature(session));
    }

    private static Optional<ReportSignature> signature(KeycloakSession session) {
        return session.getKeycloakSessionFactory().getProviderFactory(SmsSender.class)
                        instanceof TwilioSmsSenderFactory twilio
                ? twilio.settings().flatMap(settings -> settings.statusCallback()
                        .map(callback ->
                                new ReportSignature(settings.authToken().orElseThrow(), callback)))
                : Optional.empty();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

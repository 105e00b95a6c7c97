package es.clave.messaging.webpush;

import es.clave.messaging.PushSender;
import es.clave.messaging.PushSenderFactory;
import es.clave.platform.ServerClock;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link WebPushSender}s, over the server's own HTTP client. */
public final class WebPushSenderFactory implements PushSenderFactory {

    public static final String PROVIDER_ID = "webpush";

    private Optional<Config.Scope> config = Optional.empty();
    private Optional<WebPushSettings> settings = Optional.empty();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope scope) {
        config = Optional.of(scope);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (factory.getProviderFactory(PushSender.class) == this) {
            settings = config.map(WebPushSettings::from);
        }
    }

    @Override
    public PushSender create(KeycloakSession session) {
        return new WebPushSender(
                settings.orElseThrow(),
                session.getProvider(HttpClientProvider.class).getHttpClient(),
                session.getKeycloakSessionFactory()::publish,
                new ServerClock());
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return WebPushSettings.metadata();
    }

    @Override
    public void close() {}
}

package es.clave.messaging.twilio;

import es.clave.messaging.SmsSender;
import es.clave.messaging.SmsSenderFactory;
import es.clave.platform.ServerClock;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link TwilioSmsSender}s when Twilio is the sender that the server was built for. */
public final class TwilioSmsSenderFactory implements SmsSenderFactory {

    public static final String PROVIDER_ID = "twilio";

    private Config.Scope config;
    private Optional<TwilioSettings> settings = Optional.empty();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope scope) {
        config = scope;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (factory.getProviderFactory(SmsSender.class) == this) {
            settings = Optional.of(TwilioSettings.from(config));
        }
    }

    @Override
    public SmsSender create(KeycloakSession session) {
        return new TwilioSmsSender(
                settings.orElseThrow(),
                session.getProvider(HttpClientProvider.class).getHttpClient(),
                new ServerClock());
    }

    /** The settings, if messages go through Twilio. */
    Optional<TwilioSettings> settings() {
        return settings;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return TwilioSettings.metadata();
    }

    @Override
    public void close() {}
}

package es.clave.messaging;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link FilePushSender}s, from the option {@code spi-clave-push--outbox--file}. */
public final class FilePushSenderFactory implements PushSenderFactory {

    private final DevelopmentOption option = new DevelopmentOption(PushSenderSpi.NAME);

    @Override
    public String getId() {
        return DevelopmentOption.PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        option.read(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (factory.getProviderFactory(PushSender.class) == this) {
            option.require();
        }
    }

    @Override
    public PushSender create(KeycloakSession session) {
        return new FilePushSender(option.file());
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return DevelopmentOption.metadata();
    }

    @Override
    public void close() {}
}

package es.clave.messaging;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link FileSmsSender}s, from the option {@code spi-clave-sms--outbox--file}. */
public final class FileSmsSenderFactory implements SmsSenderFactory {

    private final DevelopmentOption option = new DevelopmentOption(SmsSenderSpi.NAME);

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
        if (factory.getProviderFactory(SmsSender.class) == this) {
            option.require();
        }
    }

    @Override
    public SmsSender create(KeycloakSession session) {
        return new FileSmsSender(option.file());
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return DevelopmentOption.metadata();
    }

    @Override
    public void close() {}
}

package es.clave.messaging;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link FileEmailSender}s, from the option {@code spi-clave-email--outbox--file}. */
public final class FileEmailSenderFactory implements EmailSenderFactory {

    private final DevelopmentOption option = new DevelopmentOption(EmailSenderSpi.NAME);

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
        if (factory.getProviderFactory(EmailSender.class) == this) {
            option.require();
        }
    }

    @Override
    public EmailSender create(KeycloakSession session) {
        return new FileEmailSender(option.file());
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return DevelopmentOption.metadata();
    }

    @Override
    public void close() {}
}

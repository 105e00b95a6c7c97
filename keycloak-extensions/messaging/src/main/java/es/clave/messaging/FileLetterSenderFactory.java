package es.clave.messaging;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes {@link FileLetterSender}s, from the option {@code spi-clave-letter--outbox--file}. */
public final class FileLetterSenderFactory implements LetterSenderFactory {

    private final DevelopmentOption option = new DevelopmentOption(LetterSenderSpi.NAME);

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
        if (factory.getProviderFactory(LetterSender.class) == this) {
            option.require();
        }
    }

    @Override
    public LetterSender create(KeycloakSession session) {
        return new FileLetterSender(option.file());
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return DevelopmentOption.metadata();
    }

    @Override
    public void close() {}
}

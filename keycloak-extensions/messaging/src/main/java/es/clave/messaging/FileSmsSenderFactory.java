package es.clave.messaging;

import es.clave.platform.ServerClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Makes {@link FileSmsSender}s, from the option {@code spi-clave-sms--outbox--file}. */
public final class FileSmsSenderFactory implements SmsSenderFactory {

    public static final String PROVIDER_ID = "outbox";

    private static final Logger LOG = Logger.getLogger(FileSmsSenderFactory.class);
    private static final String FILE = "file";

    private Optional<Path> file = Optional.empty();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        file = Optional.ofNullable(config.get(FILE)).map(Path::of);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (factory.getProviderFactory(SmsSender.class) != this) {
            return;
        }
        if (file.isEmpty()) {
            throw new IllegalStateException("The development SMS sender needs the option spi-" + SmsSenderSpi.NAME
                    + "--"
                    + PROVIDER_ID + "--" + FILE + "; in production, choose another one with the build option spi-"
                    + SmsSenderSpi.NAME + "--provider");
        }
        LOG.warnf("SMS go to the file %s, not to telephones: for development only", file.get());
    }

    @Override
    public SmsSender create(KeycloakSession session) {
        return new FileSmsSender(file.orElseThrow(), new ServerClock());
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(FILE)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("The file to which messages are appended, one JSON object a line. For development: it holds"
                        + " PINs in clear. All nodes may share it.")
                .add()
                .build();
    }

    @Override
    public void close() {}
}

package es.clave.messaging;

import es.clave.platform.ServerClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** The option {@code file} of the senders for development. */
final class DevelopmentOption {

    /** What all senders for development are called. */
    static final String PROVIDER_ID = "outbox";

    private static final Logger LOG = Logger.getLogger(DevelopmentOption.class);
    private static final String FILE = "file";

    private final String spi;
    private Optional<Path> file = Optional.empty();

    DevelopmentOption(String spi) {
        this.spi = spi;
    }

    void read(Config.Scope config) {
        file = Optional.ofNullable(config.get(FILE)).map(Path::of);
    }

    /** @throws IllegalStateException if the option is missing */
    void require() {
        if (file.isEmpty()) {
            throw new IllegalStateException("The development sender needs the option spi-" + spi + "--" + PROVIDER_ID
                    + "--" + FILE + "; in production, choose another one with the build option spi-" + spi
                    + "--provider");
        }
        LOG.warnf("What %s sends goes to the file %s and to no person: for development only", spi, file.get());
    }

    DevelopmentFile file() {
        return new DevelopmentFile(file.orElseThrow(), new ServerClock());
    }

    static List<ProviderConfigProperty> metadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(FILE)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("The file to which messages are appended, one JSON object a line. For development: it holds"
                        + " PINs in clear. All nodes may share it, and all development senders.")
                .add()
                .build();
    }
}

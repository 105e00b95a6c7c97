package es.clave.platform;

import java.util.Base64;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** {@link ServerKeys} from the option {@code spi-clave-keys--default--secret}. */
public final class DerivedServerKeysFactory implements ServerKeysFactory {

    public static final String PROVIDER_ID = "default";

    private static final String SECRET = "secret";

    private byte[] secret = new byte[0];

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        String configured = config.get(SECRET);
        secret = configured == null ? new byte[0] : Base64.getDecoder().decode(configured.strip());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (secret.length < DerivedServerKeys.KEY_BYTES) {
            throw new IllegalStateException("Cl@ve needs the option spi-clave-keys--default--secret: at least "
                    + DerivedServerKeys.KEY_BYTES + " random bytes in Base64 (openssl rand -base64 "
                    + DerivedServerKeys.KEY_BYTES
                    + "), the same on every node");
        }
    }

    @Override
    public ServerKeys create(KeycloakSession session) {
        return new DerivedServerKeys(secret);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(SECRET)
                .type(ProviderConfigProperty.PASSWORD)
                .helpText(
                        "The server's secret, from which all its keys are derived: at least 32 random bytes in Base64,"
                                + " the same on every node.")
                .secret(true)
                .add()
                .build();
    }

    @Override
    public void close() {}
}

package es.clave.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** {@link ServerKeys} from the option {@code spi-clave-keys--default--secret}. */
public final class DerivedServerKeysFactory implements ServerKeysFactory {

    public static final String PROVIDER_ID = "default";

    private static final String SECRET = "secret";
    private static final int KEY_BYTES = 32;

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
        if (secret.length < KEY_BYTES) {
            throw new IllegalStateException("Cl@ve needs the option spi-clave-keys--default--secret: at least "
                    + KEY_BYTES + " random bytes in Base64 (openssl rand -base64 " + KEY_BYTES
                    + "), the same on every node");
        }
    }

    @Override
    public ServerKeys create(KeycloakSession session) {
        return new ServerKeys() {
            @Override
            public byte[] derive(String purpose) {
                return hkdf(purpose);
            }

            @Override
            public void close() {}
        };
    }

    private byte[] hkdf(String purpose) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(secret, null, purpose.getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(key, 0, key.length);
        return key;
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

package es.clave.relyingparty.saml;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.saml.SamlProtocolFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** The login protocol {@code saml}, in place of Keycloak's own of that name. */
public final class AgencySamlProtocolFactory extends SamlProtocolFactory {

    private static final String PATIENCE_MILLIS = "logoutPatienceMillis";
    private static final int PATIENCE_MILLIS_BY_DEFAULT = 2_000;

    private int patienceMillis = PATIENCE_MILLIS_BY_DEFAULT;

    /** Before Keycloak's of the same name, and still where that stands in the console's lists. */
    @Override
    public int order() {
        return super.order() + 1;
    }

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        patienceMillis = config.getInt(PATIENCE_MILLIS, PATIENCE_MILLIS_BY_DEFAULT);
    }

    @Override
    public LoginProtocol create(KeycloakSession session) {
        return new AgencySamlProtocol(patienceMillis).setSession(session);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(PATIENCE_MILLIS)
                .type("int")
                .helpText(
                        "How long a logout waits for an agency to answer before it goes on to the next one, in"
                                + " milliseconds. 0 where this server cannot reach agencies: browsers are sent there in any case.")
                .defaultValue(PATIENCE_MILLIS_BY_DEFAULT)
                .add()
                .build();
    }
}

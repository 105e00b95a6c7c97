package es.clave.relyingparty.oidc;

import es.clave.platform.ServerClock;
import java.time.Clock;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Makes the executor of client policies {@value #ID}. */
public final class RequestObjectOnceFactory implements ClientPolicyExecutorProviderFactory {

    static final String ID = "clave-request-object-once";

    private final Clock clock = new ServerClock();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new RequestObjectOnce(session, clock);
    }

    @Override
    public String getHelpText() {
        return "Cl@ve: takes a signed request object once, by its jti. Put it after secure-request-object.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

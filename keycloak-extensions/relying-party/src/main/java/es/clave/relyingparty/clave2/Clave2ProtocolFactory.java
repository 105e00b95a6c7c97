package es.clave.relyingparty.clave2;

import es.clave.platform.ServerClock;
import es.clave.relyingparty.clave2.answer.AnswerWriter;
import es.clave.relyingparty.clave2.answer.MessageIds;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.AbstractLoginProtocolFactory;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.ClientRepresentation;

/** Makes the login protocol {@code clave2}, whose clients are agencies that speak Cl@ve 2. */
public final class Clave2ProtocolFactory extends AbstractLoginProtocolFactory {

    /** The protocol of such clients. */
    public static final String ID = "clave2";

    private final Clock clock = new ServerClock();
    private final AnswerWriter writer = new AnswerWriter(new MessageIds());
    private Clave2Settings settings = Clave2Settings.defaults();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        settings = Clave2Settings.of(config);
    }

    @Override
    public LoginProtocol create(KeycloakSession session) {
        return new Clave2Protocol(session, writer, settings, clock);
    }

    @Override
    public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
        return new Clave2Endpoint(
                session, event, new Clave2Protocol(session, writer, settings, clock), settings, clock);
    }

    @Override
    public void setupClientDefaults(ClientRepresentation representation, ClientModel client) {
        if (representation.isStandardFlowEnabled() == null) {
            client.setStandardFlowEnabled(true);
        }
        // Agencies learn of no logout that others began: there is nothing that a browser could be sent round with.
        client.setFrontchannelLogout(false);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return Clave2Settings.properties();
    }

    @Override
    public Map<String, ProtocolMapperModel> getBuiltinMappers() {
        return Map.of();
    }

    @Override
    protected void createDefaultClientScopesImpl(RealmModel realm) {}

    @Override
    protected void addDefaults(ClientModel client) {}
}

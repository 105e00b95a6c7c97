package es.clave.relyingparty.oidc;

import es.clave.relyingparty.LoginFacts;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/** Tells the way in as {@code amr}: the service of Cl@ve, then the factors by their names of RFC 8176. */
public final class MethodClaimMapper extends AbstractOIDCProtocolMapper implements OIDCIDTokenMapper {

    public static final String PROVIDER_ID = "clave-oidc-method-mapper";

    private static final String CLAIM = "amr";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Cl@ve: way in";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Tells which service of Cl@ve the citizen used and by which factors, as amr.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, MethodClaimMapper.class);
        return properties;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel session,
            KeycloakSession keycloak,
            ClientSessionContext agency) {
        LoginFacts.of(session).method().ifPresent(method -> token.setOtherClaims(CLAIM, method.amr()));
    }
}

package es.clave.relyingparty.oidc;

import es.clave.relyingparty.AttributeSetting;
import es.clave.relyingparty.CitizenAttribute;
import es.clave.relyingparty.CitizenProfile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Tells an agency who the citizen is, in the ID token and the user info. Never in access tokens, which agencies pass on
 * to others.
 */
public final class CitizenClaimMapper extends AbstractOIDCProtocolMapper
        implements OIDCIDTokenMapper, UserInfoTokenMapper {

    public static final String PROVIDER_ID = "clave-oidc-citizen-mapper";

    /** The way in is told as {@code amr}. */
    private static final Set<CitizenAttribute> CHOICE =
            EnumSet.complementOf(EnumSet.of(CitizenAttribute.SELECTED_IDP, CitizenAttribute.PARTIAL_AFIRMA));

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Cl@ve: citizen";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Tells who the citizen is: identifier, names, date of birth, registration level, as chosen.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        properties.add(AttributeSetting.property(CHOICE));
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, CitizenClaimMapper.class);
        return properties;
    }

    @Override
    public void validateConfig(
            KeycloakSession keycloak,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        AttributeSetting.check(mapper, CHOICE);
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel session,
            KeycloakSession keycloak,
            ClientSessionContext agency) {
        CitizenProfile profile = CitizenProfile.of(keycloak, session);
        for (CitizenAttribute attribute : AttributeSetting.read(mapper)) {
            profile.value(attribute).ifPresent(value -> token.setOtherClaims(attribute.claim(), value));
        }
    }
}

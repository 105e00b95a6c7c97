package es.clave.relyingparty.oidc;

import es.clave.relyingparty.AttributeSetting;
import es.clave.relyingparty.CitizenAttribute;
import es.clave.relyingparty.CitizenProfile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * Tells single data that a request names in its {@code claims} parameter, in place of all that a scope has. Never more
 * than the scopes that the agency was granted, and, where citizens are asked, than those they agreed to.
 */
public final class RequestedClaimMapper extends AbstractOIDCProtocolMapper
        implements OIDCIDTokenMapper, UserInfoTokenMapper {

    public static final String PROVIDER_ID = "clave-oidc-requested-claims-mapper";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Cl@ve: requested claims";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Tells the data that a request names in its claims parameter, if a scope of the agency has them.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession keycloak,
            UserSessionModel session,
            ClientSessionContext agency) {
        tell(token, RequestedClaims.In.ID_TOKEN, keycloak, session, agency);
        return token;
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession keycloak,
            UserSessionModel session,
            ClientSessionContext agency) {
        tell(token, RequestedClaims.In.USER_INFO, keycloak, session, agency);
        return token;
    }

    private static void tell(
            IDToken token,
            RequestedClaims.In place,
            KeycloakSession keycloak,
            UserSessionModel session,
            ClientSessionContext agency) {
        RequestedClaims requested =
                RequestedClaims.parse(agency.getClientSession().getNote(OIDCLoginProtocol.CLAIMS_PARAM));
        CitizenProfile profile = CitizenProfile.of(keycloak, session);
        for (CitizenAttribute attribute :
                granted(keycloak, session, agency.getClientSession().getClient())) {
            if (requested.ask(attribute.claim(), place)) {
                profile.value(attribute).ifPresent(value -> token.setOtherClaims(attribute.claim(), value));
            }
        }
    }

    private static Set<CitizenAttribute> granted(
            KeycloakSession keycloak, UserSessionModel session, ClientModel agency) {
        Set<CitizenAttribute> granted = EnumSet.noneOf(CitizenAttribute.class);
        scopes(keycloak, session, agency)
                .flatMap(ClientScopeModel::getProtocolMappersStream)
                .filter(mapper -> mapper.getProtocolMapper().equals(CitizenClaimMapper.PROVIDER_ID))
                .forEach(mapper -> granted.addAll(AttributeSetting.read(mapper)));
        return granted;
    }

    private static Stream<ClientScopeModel> scopes(
            KeycloakSession keycloak, UserSessionModel session, ClientModel agency) {
        Stream<ClientScopeModel> scopes =
                Stream.of(true, false).flatMap(always -> agency.getClientScopes(always).values().stream());
        if (!agency.isConsentRequired()) {
            return scopes;
        }
        UserConsentModel consent = keycloak.users()
                .getConsentByClient(session.getRealm(), session.getUser().getId(), agency.getId());
        return scopes.filter(
                scope -> consent != null && (!scope.isDisplayOnConsentScreen() || consent.isClientScopeGranted(scope)));
    }
}

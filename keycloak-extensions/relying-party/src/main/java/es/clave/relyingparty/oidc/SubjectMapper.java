package es.clave.relyingparty.oidc;

import es.clave.relyingparty.PairwiseSubject;
import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.LogoutTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.LogoutToken;

/** Tells {@code sub}, another one to every agency, and the same wherever one agency reads it: token, user info, logout. */
public final class SubjectMapper extends AbstractOIDCProtocolMapper
        implements OIDCIDTokenMapper,
                OIDCAccessTokenMapper,
                UserInfoTokenMapper,
                TokenIntrospectionTokenMapper,
                LogoutTokenMapper {

    public static final String PROVIDER_ID = "clave-oidc-subject-mapper";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Cl@ve: subject";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Tells sub: a name for the citizen that no other agency is told. Applications of one agency that have to"
                + " share it have the same client attribute " + PairwiseSubject.SECTOR + ".";
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
        token.setSubject(subject(keycloak, session, agency));
        return token;
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession keycloak,
            UserSessionModel session,
            ClientSessionContext agency) {
        token.setSubject(subject(keycloak, session, agency));
        return token;
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession keycloak,
            UserSessionModel session,
            ClientSessionContext agency) {
        return transformAccessToken(token, mapper, keycloak, session, agency);
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession keycloak,
            UserSessionModel session,
            ClientSessionContext agency) {
        return transformAccessToken(token, mapper, keycloak, session, agency);
    }

    @Override
    public LogoutToken transformLogoutToken(
            LogoutToken token,
            ProtocolMapperModel mapper,
            KeycloakSession keycloak,
            UserSessionModel session,
            ClientSessionContext agency) {
        token.setSubject(subject(keycloak, session, agency));
        return token;
    }

    private static String subject(KeycloakSession keycloak, UserSessionModel session, ClientSessionContext agency) {
        return PairwiseSubject.of(keycloak, agency.getClientSession().getClient(), session.getUser());
    }
}

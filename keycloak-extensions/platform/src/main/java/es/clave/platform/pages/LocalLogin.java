package es.clave.platform.pages;

import es.clave.identity.AssuranceLevel;
import es.clave.platform.UnredeemableCode;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * The realm's own login, asked for by a client of ours and come back from. As Keycloak's account console does it, the
 * authorization code that comes back is not redeemed: the session is known by the cookie of the realm.
 */
final class LocalLogin {

    /** What Keycloak adds to the address it comes back to. */
    private static final List<String> ANSWER = List.of(
            OAuth2Constants.CODE,
            OAuth2Constants.STATE,
            OAuth2Constants.SESSION_STATE,
            OAuth2Constants.ISSUER,
            OAuth2Constants.ERROR,
            OAuth2Constants.ERROR_DESCRIPTION);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;

    LocalLogin(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.client = client;
    }

    /** The session, if it is alive, its user enabled, and the login went by our client. */
    Optional<AuthResult> current() {
        return Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(session, realm, true))
                .filter(cookie -> wentByOurClient(cookie.session()));
    }

    private boolean wentByOurClient(UserSessionModel userSession) {
        return userSession.getAuthenticatedClientSessionByClient(client.getId()) != null;
    }

    Response ask(URI comeBackTo, Optional<AssuranceLevel> level) {
        return ask(comeBackTo, level, Optional.empty());
    }

    /** With an action of Keycloak's that the citizen is taken through before coming back. */
    Response ask(URI comeBackTo, Optional<AssuranceLevel> level, Optional<String> action) {
        UriBuilder request = OIDCLoginProtocolService.authUrl(uri())
                .queryParam(OAuth2Constants.CLIENT_ID, client.getClientId())
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE)
                .queryParam(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID)
                .queryParam(OAuth2Constants.REDIRECT_URI, "{comeBackTo}");
        level.ifPresent(least -> request.queryParam(OIDCLoginProtocol.ACR_PARAM, least.uri()));
        action.ifPresent(name -> request.queryParam(Constants.KC_ACTION, name));
        return Response.seeOther(UnredeemableCode.of(request).build(realm.getName(), comeBackTo.toString()))
                .build();
    }

    /** Whether this request is the login's coming back. */
    boolean comesBack() {
        MultivaluedMap<String, String> query = uri().getQueryParameters();
        return query.containsKey(OAuth2Constants.CODE) || query.containsKey(OAuth2Constants.ERROR);
    }

    /** Whether it comes back without what was asked for. */
    boolean comesBackRefused() {
        return uri().getQueryParameters().containsKey(OAuth2Constants.ERROR);
    }

    /** The address of this request without what the login added to it. */
    URI plainAddress() {
        URI request = uri().getRequestUri();
        String rest = Stream.of(
                        Optional.ofNullable(request.getRawQuery()).orElse("").split("&", -1))
                .filter(parameter -> !ANSWER.contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return UriBuilder.fromUri(request)
                .replaceQuery(rest.isEmpty() ? null : rest)
                .build();
    }

    private UriInfo uri() {
        return session.getContext().getUri();
    }
}

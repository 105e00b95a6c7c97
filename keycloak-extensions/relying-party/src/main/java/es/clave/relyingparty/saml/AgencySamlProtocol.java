package es.clave.relyingparty.saml;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.JaxrsSAML2BindingBuilder;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.saml.SAML2LogoutResponseBuilder;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;

/**
 * Keycloak's SAML, except that a logout which goes from agency to agency in the browser passes by an agency that does not
 * answer. In Keycloak's, the browser stands still there, and the agencies after it never hear of the logout. The agency that
 * began it is told so.
 */
final class AgencySamlProtocol extends SamlProtocol {

    private static final Logger LOG = Logger.getLogger(AgencySamlProtocol.class);

    private final int patienceMillis;
    private boolean partial;

    AgencySamlProtocol(int patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    @Override
    public Response frontchannelLogout(UserSessionModel userSession, AuthenticatedClientSessionModel clientSession) {
        ClientModel agency = clientSession.getClient();
        String address =
                getLogoutServiceUrl(session, agency, getLogoutBindingTypeForClientSession(clientSession), false);
        if (address != null && patienceMillis > 0) {
            AnsweringAgency answering = new AnsweringAgency(
                    session.getProvider(HttpClientProvider.class).getHttpClient(), patienceMillis);
            if (!answering.at(address)) {
                LOG.warnf("The logout goes on without %s: %s does not answer", agency.getClientId(), address);
                return null;
            }
        }
        return super.frontchannelLogout(userSession, clientSession);
    }

    @Override
    public Response finishBrowserLogout(UserSessionModel userSession, AuthenticationSessionModel logout) {
        // An agency that was passed by is left where Keycloak put it before: about to be logged out.
        partial = userSession.getAuthenticatedClientSessions().keySet().stream()
                .map(client -> AuthenticationManager.getClientLogoutAction(logout, client))
                .anyMatch(CommonClientSessionModel.Action.LOGGING_OUT::equals);
        return super.finishBrowserLogout(userSession, logout);
    }

    @Override
    protected Response buildLogoutResponse(
            UserSessionModel userSession,
            String address,
            SAML2LogoutResponseBuilder answer,
            JaxrsSAML2BindingBuilder binding)
            throws ConfigurationException, ProcessingException, IOException {
        return super.buildLogoutResponse(userSession, address, partial ? new PartialLogout(answer) : answer, binding);
    }
}

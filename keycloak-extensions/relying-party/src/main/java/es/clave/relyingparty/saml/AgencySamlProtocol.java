package es.clave.relyingparty.saml;

import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.SamlProtocol;

/**
 * Keycloak's SAML, except that a logout which goes from agency to agency in the browser passes by an agency that does not
 * answer. In Keycloak's, the browser stands still there, and the agencies after it never hear of the logout.
 */
final class AgencySamlProtocol extends SamlProtocol {

    private static final Logger LOG = Logger.getLogger(AgencySamlProtocol.class);

    private final int patienceMillis;

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
}

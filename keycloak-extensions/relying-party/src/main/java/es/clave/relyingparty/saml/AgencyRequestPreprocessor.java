package es.clave.relyingparty.saml;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.protocol.saml.preprocessor.SamlAuthenticationPreprocessor;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Sends the answer to the address that an agency's request names by its number (SAML Core 2.0, 3.4.1), which Keycloak
 * ignores.
 */
public final class AgencyRequestPreprocessor implements SamlAuthenticationPreprocessor {

    private static final String ID = "clave-agency-request";

    @Override
    public AuthnRequestType beforeProcessingLoginRequest(AuthnRequestType request, AuthenticationSessionModel login) {
        if (SamlProtocol.LOGIN_PROTOCOL.equals(login.getClient().getProtocol())
                && request.getAssertionConsumerServiceURL() == null
                && request.getAssertionConsumerServiceIndex() != null) {
            login.setRedirectUri(address(login, request.getAssertionConsumerServiceIndex()));
        }
        return request;
    }

    /** A number that the agency did not register is no reason to send a citizen's data to another of its addresses. */
    private static String address(AuthenticationSessionModel login, int index) {
        ClientModel agency = login.getClient();
        // Keycloak calls the factory and not a provider of the session.
        KeycloakSession keycloak = KeycloakSessionUtil.getKeycloakSession();
        return Optional.ofNullable(agency.getAttribute(IndexedAddress.attribute(index)))
                .map(address -> RedirectUtils.verifyRedirectUri(keycloak, address, agency))
                .orElseThrow(() -> new ErrorPageException(
                        keycloak, login, Response.Status.BAD_REQUEST, Messages.INVALID_REDIRECT_URI));
    }

    @Override
    public SamlAuthenticationPreprocessor create(KeycloakSession session) {
        return this;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

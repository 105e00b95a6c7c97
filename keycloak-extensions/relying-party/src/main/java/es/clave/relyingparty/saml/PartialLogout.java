package es.clave.relyingparty.saml;

import java.net.URI;
import org.keycloak.dom.saml.v2.protocol.StatusCodeType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.saml.SAML2LogoutResponseBuilder;
import org.keycloak.saml.common.exceptions.ConfigurationException;

/**
 * The answer to a logout of which not every agency could be told: the session at Cl@ve ended, so the first status is that
 * of success, and the second says that others may still know the citizen (SAML 2.0 Core, 3.7.3.2).
 */
final class PartialLogout extends SAML2LogoutResponseBuilder {

    private static final URI PARTIAL_LOGOUT = URI.create("urn:oasis:names:tc:SAML:2.0:status:PartialLogout");

    private final SAML2LogoutResponseBuilder answer;

    PartialLogout(SAML2LogoutResponseBuilder answer) {
        this.answer = answer;
    }

    @Override
    public StatusResponseType buildModel() throws ConfigurationException {
        StatusResponseType message = answer.buildModel();
        StatusCodeType partial = new StatusCodeType();
        partial.setValue(PARTIAL_LOGOUT);
        message.getStatus().getStatusCode().setStatusCode(partial);
        return message;
    }
}

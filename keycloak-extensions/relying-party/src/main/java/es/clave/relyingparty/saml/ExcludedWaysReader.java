package es.clave.relyingparty.saml;

import es.clave.platform.AcceptedMethods;
import es.clave.relyingparty.ExcludedWay;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keycloak.Config;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.dom.saml.v2.protocol.ExtensionsType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.saml.preprocessor.SamlAuthenticationPreprocessor;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.w3c.dom.Element;

/**
 * Lets a request in SAML 2.0 exclude ways in, as one in Cl@ve 2 does: by attributes that it asks for among its Extensions
 * (eIDAS SAML Message Format). Requests are signed, so that nobody between can change it.
 */
public final class ExcludedWaysReader implements SamlAuthenticationPreprocessor {

    public static final String PROVIDER_ID = "clave-excluded-ways";

    private static final String EIDAS = "http://eidas.europa.eu/saml-extensions";

    @Override
    public AuthnRequestType beforeProcessingLoginRequest(AuthnRequestType request, AuthenticationSessionModel login) {
        Optional.ofNullable(request.getExtensions())
                .map(ExcludedWaysReader::requestedAttributes)
                .map(ExcludedWay::in)
                .filter(excluded -> !excluded.isEmpty())
                .ifPresent(excluded -> AcceptedMethods.exclude(login, excluded));
        return request;
    }

    private static Set<String> requestedAttributes(ExtensionsType extensions) {
        return extensions.getAny().stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> EIDAS.equals(element.getNamespaceURI()))
                .map(element -> element.getElementsByTagNameNS(EIDAS, "RequestedAttribute"))
                .flatMap(attributes -> IntStream.range(0, attributes.getLength())
                        .mapToObj(attributes::item)
                        .map(Element.class::cast))
                .map(attribute -> attribute.getAttribute("Name"))
                .collect(Collectors.toSet());
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public SamlAuthenticationPreprocessor create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

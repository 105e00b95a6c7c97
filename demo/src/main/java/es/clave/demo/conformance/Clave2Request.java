package es.clave.demo.conformance;

import java.io.IOException;
import java.util.Optional;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.NameIDType;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What an application asked by Cl@ve 2.
 *
 * @param replyTo where it wants the answer
 * @param level the least that it will have; low where it said nothing
 * @param relayState what must come back: of the message itself, or else what was posted beside it
 * @param signedRelayState whether it stood in the message
 */
record Clave2Request(
        String id, String replyTo, String level, String nameIdFormat, String relayState, boolean signedRelayState) {

    private static final String LOW = "http://eidas.europa.eu/LoA/low";
    private static final String EIDAS = "http://eidas.europa.eu/saml-extensions";
    private static final String RELAY_STATE = "http://es.minhafp.clave/RelayState";

    /**
     * Reads what the browser brought.
     *
     * @throws IOException if that is no request for a login, or one that does not say where it wants the answer
     */
    static Clave2Request read(AgencyBrowser.Request brought) throws IOException {
        AuthnRequest request = SamlRequest.message(brought);
        String replyTo = request.getAssertionConsumerServiceURL();
        if (replyTo == null || request.getProviderName() == null) {
            throw new IOException("the AuthnRequest needs a ProviderName and an AssertionConsumerServiceURL");
        }
        Optional<String> signed =
                Optional.ofNullable(request.getExtensions()).flatMap(extensions -> relayState(extensions.getDOM()));
        return new Clave2Request(
                request.getID(),
                replyTo,
                Optional.ofNullable(request.getRequestedAuthnContext())
                        .flatMap(context ->
                                context.getAuthnContextClassRefs().stream().findFirst())
                        .map(reference -> reference.getURI())
                        .orElse(LOW),
                Optional.ofNullable(request.getNameIDPolicy())
                        .map(policy -> policy.getFormat())
                        .orElse(NameIDType.UNSPECIFIED),
                signed.orElse(brought.get("RelayState")),
                signed.isPresent());
    }

    private static Optional<String> relayState(Element extensions) {
        NodeList requested = extensions.getElementsByTagNameNS(EIDAS, "RequestedAttribute");
        for (int i = 0; i < requested.getLength(); i++) {
            Element attribute = (Element) requested.item(i);
            NodeList values = attribute.getElementsByTagNameNS(EIDAS, "AttributeValue");
            if (attribute.getAttribute("Name").equals(RELAY_STATE) && values.getLength() == 1) {
                return Optional.of(values.item(0).getTextContent());
            }
        }
        return Optional.empty();
    }
}

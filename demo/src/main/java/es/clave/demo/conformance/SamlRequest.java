package es.clave.demo.conformance;

import es.clave.demo.taxagency.SamlXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.opensaml.saml.saml2.core.AuthnRequest;

/**
 * What an agency asked.
 *
 * @param replyTo where it wants the answer
 * @param level the least that it will have; low where it said nothing
 */
record SamlRequest(String id, String issuer, String replyTo, String level, String relayState) {

    private static final String LOW = "http://eidas.europa.eu/LoA/low";

    /**
     * Reads what the browser brought.
     *
     * @throws IOException if that is no request for a login, or one that does not say where it wants the answer
     */
    static SamlRequest read(AgencyBrowser.Request brought) throws IOException {
        AuthnRequest request = message(brought);
        String replyTo = request.getAssertionConsumerServiceURL();
        if (replyTo == null || request.getIssuer() == null) {
            throw new IOException("the AuthnRequest needs an Issuer and an AssertionConsumerServiceURL here");
        }
        String level = Optional.ofNullable(request.getRequestedAuthnContext())
                .flatMap(context -> context.getAuthnContextClassRefs().stream().findFirst())
                .map(reference -> reference.getURI())
                .orElse(LOW);
        return new SamlRequest(
                request.getID(), request.getIssuer().getValue(), replyTo, level, brought.get("RelayState"));
    }

    /**
     * The message in the field {@code SAMLRequest}, of either binding.
     *
     * @throws IOException if it is no request for a login
     */
    static AuthnRequest message(AgencyBrowser.Request brought) throws IOException {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(brought.get("SAMLRequest"));
        } catch (IllegalArgumentException e) {
            throw new IOException("the SAMLRequest is not Base64", e);
        }
        byte[] xml = bytes.length > 0 && bytes[0] == '<' ? bytes : inflated(bytes);
        if (!(SamlXml.get().read(xml) instanceof AuthnRequest request)) {
            throw new IOException("the SAMLRequest is no AuthnRequest");
        }
        return request;
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true))) {
            return in.readNBytes(128 * 1024);
        }
    }
}

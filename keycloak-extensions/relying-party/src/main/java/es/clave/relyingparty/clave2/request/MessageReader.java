package es.clave.relyingparty.clave2.request;

import es.clave.relyingparty.clave2.Names;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads messages. First whom a message says it is from, which proves nothing; then the message itself, from what that
 * agency's registered key signed.
 */
public final class MessageReader {

    private final SignatureCheck signatures;

    /** A reader. */
    public MessageReader(Clock clock) {
        this.signatures = new SignatureCheck(clock);
    }

    /**
     * A message of which nothing is verified yet.
     *
     * @param claim whom it says it is from
     * @param claimOf whom a message that is verified says it is from
     */
    public record Unverified<C, M extends SignedMessage>(
            C claim, Document document, Reading<M> reading, Function<M, C> claimOf) {

        @Override
        public String toString() {
            return "Unverified[]";
        }
    }

    /** How a kind of message is read from its root. */
    @FunctionalInterface
    public interface Reading<M extends SignedMessage> {

        /** The message. */
        M of(Element root) throws RefusedException;
    }

    /** Whom a request to log out says it is from. */
    public record LogoutClaim(String agency, String returnAddress) {

        private static LogoutClaim of(LogoutRequest request) {
            return new LogoutClaim(request.agency(), request.returnAddress());
        }
    }

    /** A request to log in, which says the ProviderName of its agency. */
    public Unverified<String, AuthnRequest> authnRequest(String base64) throws RefusedException {
        Document document = document(base64, AuthnRequest.NAME);
        EnvelopedSignature.of(document);
        AuthnRequest request = AuthnRequest.of(document.getDocumentElement());
        return new Unverified<>(request.providerName(), document, AuthnRequest::of, AuthnRequest::providerName);
    }

    /** A request to log out, which says its agency and return address. */
    public Unverified<LogoutClaim, LogoutRequest> logoutRequest(String base64) throws RefusedException {
        Document document = document(base64, LogoutRequest.NAME);
        EnvelopedSignature.of(document);
        LogoutRequest request = LogoutRequest.of(document.getDocumentElement());
        return new Unverified<>(LogoutClaim.of(request), document, LogoutRequest::of, LogoutClaim::of);
    }

    /** The message that one of these certificates' keys signed. */
    public <C, M extends SignedMessage> M verified(Unverified<C, M> message, List<X509Certificate> registered)
            throws RefusedException {
        M signed = message.reading().of(signatures.verify(message.document(), List.copyOf(registered)));
        if (!message.claimOf().apply(signed).equals(message.claim())) {
            // The key was looked up by what was not signed.
            throw new RefusedException(Refusal.WRONG_SIGNATURE, "signed in the name of another");
        }
        return signed;
    }

    private static Document document(String base64, String name) throws RefusedException {
        Document document = XmlReading.read(MessageField.decode(base64));
        if (!Elements.is(document.getDocumentElement(), Names.PROTOCOL, name)) {
            throw new RefusedException(Refusal.WRONG_MESSAGE, "not a " + name);
        }
        return document;
    }
}

package es.clave.relyingparty.clave2.request;

import es.clave.relyingparty.clave2.Names;
import java.time.Instant;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A request to end the session of the browser that brings it, as it was signed.
 *
 * @param notOnOrAfter when it is no longer meant
 * @param returnAddress the Issuer: where the answer is to go
 * @param agency the NameID: the part of the ProviderName before the semicolon
 */
public record LogoutRequest(
        String id,
        Instant issuedAt,
        Optional<Instant> notOnOrAfter,
        String destination,
        String returnAddress,
        String agency)
        implements SignedMessage {

    static final String NAME = "LogoutRequest";

    static LogoutRequest of(Element root) throws RefusedException {
        SignedMessage.checkVersion(root);
        Optional<String> end = Elements.attribute(root, "NotOnOrAfter");
        Element nameId = Elements.child(root, Names.ASSERTION, "NameID")
                .orElseThrow(() -> new RefusedException(Refusal.MALFORMED, "no NameID"));
        Element issuer = Elements.child(root, Names.ASSERTION, "Issuer")
                .orElseThrow(() -> new RefusedException(Refusal.MALFORMED, "no Issuer"));
        String returnAddress = Elements.text(issuer);
        if (!Elements.attribute(nameId, "SPNameQualifier").orElse(returnAddress).equals(returnAddress)) {
            throw new RefusedException(Refusal.MALFORMED, "the SPNameQualifier is not the return address");
        }
        return new LogoutRequest(
                SignedMessage.id(root),
                XmlInstant.parse(Elements.required(root, "IssueInstant"), "IssueInstant"),
                end.isPresent() ? Optional.of(XmlInstant.parse(end.get(), "NotOnOrAfter")) : Optional.empty(),
                Elements.attribute(root, "Destination").orElse(""),
                returnAddress,
                Elements.text(nameId));
    }
}

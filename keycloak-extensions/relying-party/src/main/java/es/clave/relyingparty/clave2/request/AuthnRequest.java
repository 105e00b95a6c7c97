package es.clave.relyingparty.clave2.request;

import es.clave.relyingparty.clave2.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A request to identify somebody, as it was signed.
 *
 * @param providerName the agency and its application: {@code NIF_DIR3;Application}
 * @param replyAddress where the answer is to go
 * @param nameIdFormat what the answer is to call the citizen's identifier
 * @param comparison how the level reached is to compare with those of {@code levels}
 * @param levels URIs
 * @param spType {@code public} or {@code private}
 */
public record AuthnRequest(
        String id,
        Instant issuedAt,
        String destination,
        String providerName,
        String replyAddress,
        boolean forceAuthn,
        boolean passive,
        Optional<String> nameIdFormat,
        Optional<String> comparison,
        List<String> levels,
        Optional<String> spType,
        List<RequestedAttribute> attributes)
        implements SignedMessage {

    static final String NAME = "AuthnRequest";

    private static final int LONGEST_NAME = 256;

    static AuthnRequest of(Element root) throws RefusedException {
        SignedMessage.checkVersion(root);
        return new AuthnRequest(
                SignedMessage.id(root),
                XmlInstant.parse(Elements.required(root, "IssueInstant"), "IssueInstant"),
                Elements.attribute(root, "Destination").orElse(""),
                Elements.required(root, "ProviderName"),
                Elements.attribute(root, "AssertionConsumerServiceURL").orElse(""),
                flag(root, "ForceAuthn"),
                flag(root, "IsPassive"),
                Elements.child(root, Names.PROTOCOL, "NameIDPolicy")
                        .flatMap(policy -> Elements.attribute(policy, "Format")),
                Elements.child(root, Names.PROTOCOL, "RequestedAuthnContext")
                        .flatMap(context -> Elements.attribute(context, "Comparison")),
                levels(root),
                spType(root),
                attributes(root));
    }

    /** The names of the attributes that it asks for, or by which it says something. */
    public Set<String> attributeNames() {
        return attributes.stream().map(RequestedAttribute::name).collect(Collectors.toSet());
    }

    private static boolean flag(Element element, String name) throws RefusedException {
        return switch (Elements.attribute(element, name).orElse("false").strip()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new RefusedException(Refusal.MALFORMED, name + " is neither true nor false");
        };
    }

    private static List<String> levels(Element root) throws RefusedException {
        Optional<Element> context = Elements.child(root, Names.PROTOCOL, "RequestedAuthnContext");
        List<String> levels = new ArrayList<>();
        if (context.isPresent()) {
            for (Element level : Elements.children(context.get(), Names.ASSERTION, "AuthnContextClassRef")) {
                levels.add(Elements.text(level).strip());
            }
        }
        return List.copyOf(levels);
    }

    private static Optional<Element> extension(Element root, String name) throws RefusedException {
        Optional<Element> extensions = Elements.child(root, Names.PROTOCOL, "Extensions");
        return extensions.isPresent()
                ? Elements.child(extensions.get(), Names.EIDAS_EXTENSIONS, name)
                : Optional.empty();
    }

    private static Optional<String> spType(Element root) throws RefusedException {
        Optional<Element> type = extension(root, "SPType");
        return type.isPresent() ? Optional.of(Elements.text(type.get()).strip()) : Optional.empty();
    }

    private static List<RequestedAttribute> attributes(Element root) throws RefusedException {
        Optional<Element> requested = extension(root, "RequestedAttributes");
        List<RequestedAttribute> attributes = new ArrayList<>();
        if (requested.isPresent()) {
            for (Element attribute : Elements.children(requested.get(), Names.EIDAS_EXTENSIONS, "RequestedAttribute")) {
                attributes.add(attribute(attribute));
            }
        }
        return List.copyOf(attributes);
    }

    private static RequestedAttribute attribute(Element element) throws RefusedException {
        String name = Elements.required(element, "Name");
        if (name.length() > LONGEST_NAME) {
            throw new RefusedException(Refusal.MALFORMED, "the name of an attribute is too long");
        }
        Optional<Element> value = Elements.child(element, Names.EIDAS_EXTENSIONS, "AttributeValue");
        return new RequestedAttribute(
                name,
                flag(element, "isRequired"),
                value.isPresent() ? Optional.of(Elements.text(value.get())) : Optional.empty());
    }

    @Override
    public String toString() {
        return "AuthnRequest[" + attributes.size() + " attributes]";
    }
}

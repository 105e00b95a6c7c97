package es.clave.relyingparty.clave2.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import es.clave.relyingparty.clave2.Names;
import es.clave.relyingparty.clave2.TestKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Signature wrapping: an attacker who has one signed request keeps what was signed somewhere in the document, so that its
 * signature still holds, and puts a request of their own where it is read (Somorovsky et al., "On Breaking SAML", 2012:
 * XSW 1 to 8, made for requests).
 */
final class SignatureWrappingTest {

    private static final TestKey AGENCY = TestKey.rsa("agency");
    private static final String EVIL = "https://evil.example/collect";

    @Test
    void theRequestThatIsWrappedIsAGoodOne() throws Exception {
        assertThat(Forge.read(signed(), AGENCY).replyAddress()).isEqualTo(Forge.REPLY);
    }

    static Stream<Arguments> wrappings() {
        Map<String, Function<Document, Document>> wrappings = new LinkedHashMap<>();
        // The evil root holds the signature, and the original beside it, before it or after.
        wrappings.put("XSW1: the original inside the evil one's signature", signed -> {
            Document evil = evilRoot("_evil");
            Element signature = adopted(evil, Forge.signature(signed));
            insertAfterIssuer(evil, signature);
            append(signature, original(evil, signed));
            return evil;
        });
        wrappings.put("XSW2: the original beside the signature", signed -> {
            Document evil = evilRoot("_evil");
            insertAfterIssuer(evil, adopted(evil, Forge.signature(signed)));
            evil.getDocumentElement().appendChild(original(evil, signed));
            return evil;
        });
        wrappings.put("XSW3: the evil one first, the original after, under a new root", signed -> {
            Document evil = evilRoot("_evil");
            evil.getDocumentElement().appendChild(originalWithSignature(evil, signed));
            return evil;
        });
        wrappings.put("XSW4: the original inside the evil one, with its signature", signed -> {
            Document evil = evilRoot("_evil");
            Element issuer = issuer(evil);
            evil.getDocumentElement().insertBefore(originalWithSignature(evil, signed), issuer);
            return evil;
        });
        wrappings.put("XSW5: the signature at the evil one, the original last", signed -> {
            Document evil = evilRoot(Forge.ID);
            insertAfterIssuer(evil, adopted(evil, Forge.signature(signed)));
            evil.getDocumentElement().appendChild(original(evil, signed));
            return evil;
        });
        wrappings.put("XSW6: the original within the signature, both of one ID", signed -> {
            Document evil = evilRoot(Forge.ID);
            Element signature = adopted(evil, Forge.signature(signed));
            insertAfterIssuer(evil, signature);
            append(signature, original(evil, signed));
            return evil;
        });
        wrappings.put("XSW7: the original in the evil one's Extensions", signed -> {
            Document evil = evilRoot("_evil");
            append(extensions(evil), originalWithSignature(evil, signed));
            return evil;
        });
        wrappings.put("XSW8: the original in an Object of the signature", signed -> {
            Document evil = evilRoot("_evil");
            Element signature = adopted(evil, Forge.signature(signed));
            insertAfterIssuer(evil, signature);
            Element object = evil.createElementNS(Names.SIGNATURE, "ds:Object");
            signature.appendChild(object);
            append(object, original(evil, signed));
            return evil;
        });
        wrappings.put("Extensions: the signature at the root, the original in Extensions", signed -> {
            Document evil = evilRoot("_evil");
            insertAfterIssuer(evil, adopted(evil, Forge.signature(signed)));
            append(extensions(evil), original(evil, signed));
            return evil;
        });
        wrappings.put("Extensions: the same, both of one ID", signed -> {
            Document evil = evilRoot(Forge.ID);
            insertAfterIssuer(evil, adopted(evil, Forge.signature(signed)));
            append(extensions(evil), original(evil, signed));
            return evil;
        });
        wrappings.put("Extensions: the signature in Extensions alone", signed -> {
            Element extensions = extensions(signed);
            extensions.appendChild(Forge.signature(signed));
            return signed;
        });
        wrappings.put("Extensions: the original's ID written as another attribute", signed -> {
            Document evil = evilRoot(Forge.ID);
            insertAfterIssuer(evil, adopted(evil, Forge.signature(signed)));
            Element original = original(evil, signed);
            original.removeAttribute("ID");
            original.setAttribute("Id", Forge.ID);
            append(extensions(evil), original);
            return evil;
        });
        wrappings.put("two signatures: the original's and one more", signed -> {
            insertAfterIssuer(signed, (Element) Forge.signature(signed).cloneNode(true));
            return signed;
        });
        wrappings.put("two references", signed -> {
            Element reference = reference(signed);
            reference.getParentNode().appendChild(reference.cloneNode(true));
            return signed;
        });
        wrappings.put("an empty reference", signed -> {
            reference(signed).setAttribute("URI", "");
            return signed;
        });
        wrappings.put("no reference", signed -> {
            reference(signed).removeAttribute("URI");
            return signed;
        });
        wrappings.put("a reference elsewhere", signed -> {
            reference(signed).setAttribute("URI", "file:///etc/passwd");
            return signed;
        });
        wrappings.put("a reference by XPointer", signed -> {
            reference(signed).setAttribute("URI", "#xpointer(id('" + Forge.ID + "'))");
            return signed;
        });
        wrappings.put("the signature moved to the end", signed -> {
            signed.getDocumentElement().appendChild(Forge.signature(signed));
            return signed;
        });
        wrappings.put("the signature under another parent", signed -> {
            Element policy = (Element) signed.getElementsByTagNameNS(Names.PROTOCOL, "NameIDPolicy")
                    .item(0);
            policy.appendChild(Forge.signature(signed));
            return signed;
        });
        wrappings.put("what was signed changed", signed -> {
            signed.getDocumentElement().setAttribute("AssertionConsumerServiceURL", EVIL);
            return signed;
        });
        wrappings.put("the ID changed on both sides", signed -> {
            signed.getDocumentElement().setAttribute("ID", "_other");
            reference(signed).setAttribute("URI", "#_other");
            return signed;
        });
        return wrappings.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappings")
    void isRefusedForItsShapeOrItsSignature(String name, Function<Document, Document> wrapping) {
        Document wrapped = wrapping.apply(signed());

        assertThatThrownBy(() -> Forge.read(wrapped, AGENCY))
                .as(name)
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isIn(
                                Refusal.MISPLACED_SIGNATURE,
                                Refusal.SEVERAL_SIGNATURES,
                                Refusal.WRONG_REFERENCE,
                                Refusal.WRONG_SIGNATURE));
    }

    private static Document signed() {
        return Forge.parse(Forge.write(Forge.signed(Forge.request(), AGENCY)));
    }

    private static Document evilRoot(String id) {
        Document evil = Forge.parse(Forge.request(Forge.PROVIDER, EVIL));
        evil.getDocumentElement().setAttribute("ID", id);
        return evil;
    }

    /** What was signed, without the signature that is enveloped in it. */
    private static Element original(Document into, Document signed) {
        Element original = originalWithSignature(into, signed);
        for (Element child : Elements.children(original, Names.SIGNATURE, "Signature")) {
            original.removeChild(child);
        }
        return original;
    }

    private static Element originalWithSignature(Document into, Document signed) {
        return (Element) into.importNode(signed.getDocumentElement(), true);
    }

    private static Element adopted(Document into, Element element) {
        return (Element) into.importNode(element, true);
    }

    private static Element issuer(Document document) {
        return Elements.children(document.getDocumentElement(), Names.ASSERTION, "Issuer")
                .get(0);
    }

    private static Element extensions(Document document) {
        return Elements.children(document.getDocumentElement(), Names.PROTOCOL, "Extensions")
                .get(0);
    }

    private static Element reference(Document document) {
        return (Element)
                document.getElementsByTagNameNS(Names.SIGNATURE, "Reference").item(0);
    }

    private static void insertAfterIssuer(Document document, Element element) {
        document.getDocumentElement().insertBefore(element, issuer(document).getNextSibling());
    }

    private static void append(Node parent, Node child) {
        parent.appendChild(child);
    }
}

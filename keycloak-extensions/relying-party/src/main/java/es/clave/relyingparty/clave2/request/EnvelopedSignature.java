package es.clave.relyingparty.clave2.request;

import es.clave.relyingparty.clave2.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The signature of a message, known to be of the one shape that is allowed (SAML Core 2.0, 5.4, and what Cl@ve 2 makes of
 * it): one signature in the whole document, child of its root, after the Issuer or first; one reference, to the root by its
 * ID, which nothing else has; enveloped, exclusive canonicalisation, no other transform; no room for objects. What is
 * wrapped, moved or doubled has another shape.
 */
final class EnvelopedSignature {

    private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    private static final Set<String> SIGNATURES = Set.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512");

    private static final Set<String> DIGESTS = Set.of(
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512");

    private final Element element;

    private EnvelopedSignature(Element element) {
        this.element = element;
    }

    /** The signature of this document. */
    static EnvelopedSignature of(Document document) throws RefusedException {
        Element root = document.getDocumentElement();
        NodeList signatures = document.getElementsByTagNameNS(Names.SIGNATURE, "Signature");
        if (signatures.getLength() == 0) {
            throw new RefusedException(Refusal.UNSIGNED, "no signature");
        }
        if (signatures.getLength() > 1) {
            throw new RefusedException(Refusal.SEVERAL_SIGNATURES, "more than one signature");
        }
        Element element = (Element) signatures.item(0);
        checkPlace(element, root);
        EnvelopedSignature signature = new EnvelopedSignature(element);
        signature.checkParts(root);
        return signature;
    }

    /** The element {@code ds:Signature}. */
    Element element() {
        return element;
    }

    /** The certificates that the message brings, as it writes them. They prove nothing. */
    List<String> certificates() {
        List<String> certificates = new ArrayList<>();
        NodeList brought = element.getElementsByTagNameNS(Names.SIGNATURE, "X509Certificate");
        for (int i = 0; i < brought.getLength(); i++) {
            certificates.add(brought.item(i).getTextContent());
        }
        return certificates;
    }

    private static void checkPlace(Element signature, Element root) throws RefusedException {
        if (signature.getParentNode() != root) {
            throw new RefusedException(Refusal.MISPLACED_SIGNATURE, "not a child of the message");
        }
        for (Element before : Elements.children(root)) {
            if (before == signature) {
                return;
            }
            if (!Elements.is(before, Names.ASSERTION, "Issuer")) {
                throw new RefusedException(Refusal.MISPLACED_SIGNATURE, "neither first nor after the Issuer");
            }
        }
    }

    private void checkParts(Element root) throws RefusedException {
        List<Element> parts = Elements.children(element);
        boolean withKey = parts.size() == 3 && Elements.is(parts.get(2), Names.SIGNATURE, "KeyInfo");
        if ((parts.size() != 2 && !withKey)
                || !Elements.is(parts.get(0), Names.SIGNATURE, "SignedInfo")
                || !Elements.is(parts.get(1), Names.SIGNATURE, "SignatureValue")) {
            throw new RefusedException(Refusal.MISPLACED_SIGNATURE, "other parts than SignedInfo, value and KeyInfo");
        }
        checkSignedInfo(Elements.children(parts.get(0)), root);
    }

    private static void checkSignedInfo(List<Element> parts, Element root) throws RefusedException {
        if (parts.size() != 3) {
            throw new RefusedException(Refusal.WRONG_REFERENCE, "not exactly one reference");
        }
        checkCanonicalization(part(parts, 0, "CanonicalizationMethod", Refusal.FORBIDDEN_ALGORITHM));
        Element method = part(parts, 1, "SignatureMethod", Refusal.FORBIDDEN_ALGORITHM);
        if (!SIGNATURES.contains(algorithm(method))) {
            throw new RefusedException(Refusal.FORBIDDEN_ALGORITHM, "the signature's");
        }
        Element reference = part(parts, 2, "Reference", Refusal.WRONG_REFERENCE);
        checkTarget(reference, root);
        checkReference(Elements.children(reference));
    }

    private static void checkTarget(Element reference, Element root) throws RefusedException {
        String id = Elements.attribute(root, "ID").orElse("");
        Optional<String> target = Elements.attribute(reference, "URI");
        if (id.isEmpty() || !target.equals(Optional.of("#" + id))) {
            throw new RefusedException(Refusal.WRONG_REFERENCE, "not to the message's own ID");
        }
        if (bearers(root, id) != 1) {
            throw new RefusedException(Refusal.WRONG_REFERENCE, "several elements have the message's ID");
        }
    }

    private static void checkReference(List<Element> parts) throws RefusedException {
        if (parts.size() != 3) {
            throw new RefusedException(Refusal.WRONG_REFERENCE, "other parts than transforms and digest");
        }
        List<Element> transforms = Elements.children(part(parts, 0, "Transforms", Refusal.FORBIDDEN_ALGORITHM));
        if (transforms.size() != 2
                || !ENVELOPED.equals(algorithm(part(transforms, 0, "Transform", Refusal.FORBIDDEN_ALGORITHM)))
                || !Elements.children(transforms.get(0)).isEmpty()) {
            throw new RefusedException(Refusal.FORBIDDEN_ALGORITHM, "the transforms");
        }
        checkCanonicalization(part(transforms, 1, "Transform", Refusal.FORBIDDEN_ALGORITHM));
        if (!DIGESTS.contains(algorithm(part(parts, 1, "DigestMethod", Refusal.FORBIDDEN_ALGORITHM)))) {
            throw new RefusedException(Refusal.FORBIDDEN_ALGORITHM, "the digest's");
        }
        part(parts, 2, "DigestValue", Refusal.WRONG_REFERENCE);
    }

    private static void checkCanonicalization(Element method) throws RefusedException {
        List<Element> parameters = Elements.children(method);
        boolean prefixesOnly = parameters.isEmpty()
                || (parameters.size() == 1
                        && Elements.is(parameters.get(0), Names.EXCLUSIVE_C14N, "InclusiveNamespaces")
                        && Elements.children(parameters.get(0)).isEmpty());
        if (!Names.EXCLUSIVE_C14N.equals(algorithm(method)) || !prefixesOnly) {
            throw new RefusedException(Refusal.FORBIDDEN_ALGORITHM, "the canonicalisation's");
        }
    }

    private static Element part(List<Element> parts, int index, String name, Refusal otherwise)
            throws RefusedException {
        Element part = parts.get(index);
        if (!Elements.is(part, Names.SIGNATURE, name)) {
            throw new RefusedException(otherwise, "no " + name + " in its place");
        }
        return part;
    }

    private static String algorithm(Element method) {
        return Elements.attribute(method, "Algorithm").orElse("");
    }

    /** How many elements say that this is their ID, however they write the attribute's name. */
    private static int bearers(Element element, String id) {
        int bearers = 0;
        NodeList all = element.getOwnerDocument().getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            bearers += bears(all.item(i), id) ? 1 : 0;
        }
        return bearers;
    }

    private static boolean bears(Node element, String id) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getLocalName().equalsIgnoreCase("ID")
                    && attribute.getValue().equals(id)) {
                return true;
            }
        }
        return false;
    }
}

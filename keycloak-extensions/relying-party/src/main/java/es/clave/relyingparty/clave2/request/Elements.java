package es.clave.relyingparty.clave2.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads trees of elements. By namespace and local name, never by prefix. */
final class Elements {

    private Elements() {}

    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    /** The one child of that name, empty where there is none; more than one is malformed. */
    static Optional<Element> child(Element parent, String namespace, String name) throws RefusedException {
        List<Element> found = children(parent, namespace, name);
        if (found.size() > 1) {
            throw new RefusedException(Refusal.MALFORMED, "more than one " + name);
        }
        return found.stream().findFirst();
    }

    /** An attribute in no namespace, empty where it is absent. */
    static Optional<String> attribute(Element element, String name) {
        Attr attribute = element.getAttributeNodeNS(null, name);
        return Optional.ofNullable(attribute).map(Attr::getValue);
    }

    /** An attribute that must be there, and not be empty. */
    static String required(Element element, String name) throws RefusedException {
        return attribute(element, name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new RefusedException(Refusal.MALFORMED, "no " + name));
    }

    /** What an element of simple content says, character by character; elements within are malformed. */
    static String text(Element element) throws RefusedException {
        if (!children(element).isEmpty()) {
            throw new RefusedException(Refusal.MALFORMED, element.getLocalName() + " is not text");
        }
        return element.getTextContent();
    }
}

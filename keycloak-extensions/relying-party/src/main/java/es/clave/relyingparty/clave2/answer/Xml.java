package es.clave.relyingparty.clave2.answer;

import es.clave.relyingparty.clave2.Names;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Builds and writes documents, with the prefixes that applications in use are known to expect. */
final class Xml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Xml() {}

    static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The document element of a message; all prefixes used in it are declared here. */
    static Element root(Document document, String name) {
        Element root = document.createElementNS(Names.PROTOCOL, "saml2p:" + name);
        document.appendChild(root);
        declare(root, "saml2p", Names.PROTOCOL);
        declare(root, "saml2", Names.ASSERTION);
        declare(root, "ds", Names.SIGNATURE);
        declare(root, "eidas", Names.EIDAS_NATURAL_PERSON);
        return root;
    }

    static void declare(Element element, String prefix, String namespace) {
        element.setAttributeNS(Names.XMLNS, "xmlns:" + prefix, namespace);
    }

    static Element protocol(Element parent, String name) {
        return child(parent, Names.PROTOCOL, "saml2p:" + name);
    }

    static Element assertion(Element parent, String name) {
        return child(parent, Names.ASSERTION, "saml2:" + name);
    }

    private static Element child(Element parent, String namespace, String name) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(child);
        return child;
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static byte[] write(Document document) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}

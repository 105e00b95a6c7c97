package es.clave.relyingparty.clave2.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Bytes to a document tree, by the JDK's own parsers whatever else is on the class path. A first pass looks at the bytes
 * without building anything, and stops at what no message has: a DOCTYPE, comments, processing instructions, depths.
 */
final class XmlReading {

    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 2_000;
    private static final int MOST_ATTRIBUTES_OF_ONE = 40;

    private XmlReading() {}

    /** The document, if it is one that a message could be. */
    static Document read(byte[] xml) throws RefusedException {
        inspect(xml);
        return parse(xml);
    }

    /** The document of bytes that are known to be good. */
    private static Document parse(byte[] xml) throws RefusedException {
        try {
            return builder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException e) {
            throw new RefusedException(Refusal.NOT_XML, "not well-formed");
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setNamespaceAware(true);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inspect(byte[] xml) throws RefusedException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                inspect(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new RefusedException(Refusal.NOT_XML, "not well-formed");
        }
    }

    private static void inspect(XMLStreamReader reader) throws XMLStreamException, RefusedException {
        int depth = 0;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw new RefusedException(Refusal.DOCTYPE, "there is no DOCTYPE in SAML");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new RefusedException(Refusal.DOCTYPE, "there are no entities in SAML");
                case XMLStreamConstants.COMMENT -> throw new RefusedException(Refusal.FORBIDDEN_XML, "a comment");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    throw new RefusedException(Refusal.FORBIDDEN_XML, "a processing instruction");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    elements++;
                    if (depth > DEEPEST
                            || elements > MOST_ELEMENTS
                            || reader.getAttributeCount() + reader.getNamespaceCount() > MOST_ATTRIBUTES_OF_ONE) {
                        throw new RefusedException(Refusal.FORBIDDEN_XML, "too deep or too many");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** The JDK would write mistakes to the standard error stream. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}

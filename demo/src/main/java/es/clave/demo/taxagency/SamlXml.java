package es.clave.demo.taxagency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.namespace.QName;
import net.shibboleth.utilities.java.support.component.ComponentInitializationException;
import net.shibboleth.utilities.java.support.xml.BasicParserPool;
import net.shibboleth.utilities.java.support.xml.ParserPool;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.config.ConfigurationService;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.InitializationService;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistry;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.w3c.dom.Element;

/** OpenSAML, set up: makes, reads and writes SAML's XML. */
public final class SamlXml {

    private static final int PARSERS = 16;

    private final ParserPool parsers;

    private SamlXml(ParserPool parsers) {
        this.parsers = parsers;
    }

    /** The one set-up of this process: OpenSAML's own configuration is global. */
    public static SamlXml get() {
        return Holder.INSTANCE;
    }

    /** An empty element. */
    public <T extends XMLObject> T make(Class<T> type, QName name) {
        return type.cast(XMLObjectSupport.buildXMLObject(name));
    }

    /**
     * Reads a document. There is no DOCTYPE in SAML, so one is refused, and with it external entities.
     *
     * @throws IOException if it is not XML, or not an element that SAML knows
     */
    public XMLObject read(byte[] xml) throws IOException {
        try {
            return XMLObjectSupport.unmarshallFromInputStream(parsers, new ByteArrayInputStream(xml));
        } catch (XMLParserException | UnmarshallingException e) {
            throw new IOException("not SAML: " + e.getMessage(), e);
        }
    }

    /** The XML, byte for byte what was signed where it was. */
    public String write(XMLObject object) {
        return SerializeSupport.nodeToString(element(object));
    }

    /** The XML indented for reading: no signature holds over it any more. */
    public String readable(XMLObject object) {
        return SerializeSupport.prettyPrintXML(element(object));
    }

    private static Element element(XMLObject object) {
        return Optional.ofNullable(object.getDOM()).orElseGet(() -> marshalled(object));
    }

    private static Element marshalled(XMLObject object) {
        try {
            return XMLObjectSupport.marshall(object);
        } catch (MarshallingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {

        private static final SamlXml INSTANCE = setUp();

        private static SamlXml setUp() {
            try {
                InitializationService.initialize();
                // Its defaults are the safe ones: no DOCTYPE, no entities expanded, comments ignored.
                BasicParserPool pool = new BasicParserPool();
                pool.setMaxPoolSize(PARSERS);
                pool.initialize();
                ConfigurationService.get(XMLObjectProviderRegistry.class).setParserPool(pool);
                return new SamlXml(pool);
            } catch (InitializationException | ComponentInitializationException e) {
                throw new IllegalStateException("OpenSAML does not start", e);
            }
        }
    }
}

package es.clave.relyingparty.clave2.request;

import es.clave.relyingparty.clave2.TestKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
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
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Makes messages as an agency does, and as an attacker does who got hold of one. */
final class Forge {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String ID = "_signed0123456789abcdef";
    static final String PROVIDER = "S0000000E_E00000000;DemoApp";
    static final String REPLY = "https://sp.example/ReturnPage";

    static final String RSA_SHA512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512";
    static final String SHA512 = "http://www.w3.org/2001/04/xmlenc#sha512";

    private Forge() {}

    /** An unsigned request. */
    static String request(String provider, String reply) {
        return """
                <saml2p:AuthnRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" \
                xmlns:eidas="http://eidas.europa.eu/saml-extensions" \
                xmlns:eidas-natural="http://eidas.europa.eu/attributes/naturalperson" \
                xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" AssertionConsumerServiceURL="%s" \
                Destination="https://clave.example/Proxy2/ServiceProvider" ForceAuthn="true" ID="%s" \
                IsPassive="false" IssueInstant="%s" ProviderName="%s" Version="2.0">\
                <saml2:Issuer>https://sp.example</saml2:Issuer>\
                <saml2p:Extensions><eidas:SPType>public</eidas:SPType><eidas:RequestedAttributes>\
                <eidas:RequestedAttribute FriendlyName="RelayState" Name="http://es.minhafp.clave/RelayState" \
                NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" isRequired="false">\
                <eidas:AttributeValue xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                xsi:type="eidas-natural:PersonIdentifierType">_abc12345</eidas:AttributeValue>\
                </eidas:RequestedAttribute></eidas:RequestedAttributes></saml2p:Extensions>\
                <saml2p:NameIDPolicy AllowCreate="true" \
                Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"/>\
                <saml2p:RequestedAuthnContext Comparison="minimum"><saml2:AuthnContextClassRef>\
                http://eidas.europa.eu/LoA/low</saml2:AuthnContextClassRef></saml2p:RequestedAuthnContext>\
                </saml2p:AuthnRequest>""".formatted(reply, ID, NOW, provider);
    }

    static String request() {
        return request(PROVIDER, REPLY);
    }

    static String logout() {
        return """
                <saml2p:LogoutRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" \
                xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" \
                Destination="https://clave.example/Proxy2/LogoutAction" ID="%s" IssueInstant="%s" \
                NotOnOrAfter="2026-11-24T12:05:00Z" Version="2.0"><saml2:Issuer>https://sp.example/ReturnLogout\
                </saml2:Issuer><saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified" \
                SPNameQualifier="https://sp.example/ReturnLogout">S0000000E_E00000000</saml2:NameID>\
                </saml2p:LogoutRequest>""".formatted(ID, NOW);
    }

    static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String write(Document document) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Signed as the official kit does. */
    static Document signed(String xml, TestKey key) {
        return signed(xml, key, new Style(RSA_SHA512, SHA512, Optional.of(key), List.of()));
    }

    /**
     * How it is signed.
     *
     * @param brought whose certificate goes with it
     * @param prefixes of InclusiveNamespaces
     */
    record Style(String algorithm, String digest, Optional<TestKey> brought, List<String> prefixes) {}

    static Document signed(String xml, TestKey key, Style style) {
        Document document = parse(xml);
        Element root = document.getDocumentElement();
        List<Element> issuer = Elements.children(root, "urn:oasis:names:tc:SAML:2.0:assertion", "Issuer");
        Node before = issuer.isEmpty() ? root.getFirstChild() : issuer.get(0).getNextSibling();
        try {
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM", "XMLDSig");
            Reference reference = factory.newReference(
                    "#" + root.getAttribute("ID"),
                    factory.newDigestMethod(style.digest(), null),
                    List.of(
                            factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            factory.newTransform(
                                    CanonicalizationMethod.EXCLUSIVE,
                                    style.prefixes().isEmpty() ? null : new ExcC14NParameterSpec(style.prefixes()))),
                    null,
                    null);
            DOMSignContext context =
                    before == null ? new DOMSignContext(key.key(), root) : new DOMSignContext(key.key(), root, before);
            context.setDefaultNamespacePrefix("ds");
            context.setIdAttributeNS(root, null, "ID");
            KeyInfoFactory keys = factory.getKeyInfoFactory();
            Optional<KeyInfo> keyInfo = style.brought()
                    .map(other -> keys.newKeyInfo(List.of(keys.newX509Data(List.of(other.certificate())))));
            factory.newXMLSignature(
                            factory.newSignedInfo(
                                    factory.newCanonicalizationMethod(
                                            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                    factory.newSignatureMethod(style.algorithm(), null),
                                    List.of(reference)),
                            keyInfo.orElse(null))
                    .sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
        return document;
    }

    static Element signature(Document document) {
        return (Element) document.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature")
                .item(0);
    }

    /** Reads it as the server does, with these certificates registered. */
    static AuthnRequest read(String base64, TestKey... registered) throws RefusedException {
        MessageReader reader = new MessageReader(CLOCK);
        return reader.verified(
                reader.authnRequest(base64),
                List.of(registered).stream().map(TestKey::certificate).toList());
    }

    static AuthnRequest read(Document document, TestKey... registered) throws RefusedException {
        return read(base64(write(document)), registered);
    }
}

package es.clave.relyingparty.clave2.answer;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.relyingparty.clave2.Names;
import es.clave.relyingparty.clave2.TestKey;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;
import org.xmlunit.diff.Diff;

/** Answers have the shape of those that were caught in the field, element by element, but for what differs each time. */
final class AnswerShapeTest {

    private static final TestKey REALM = TestKey.rsa("clave");
    private static final Signer SIGNER = new Signer(REALM.key(), REALM.certificate());
    private static final String EIDAS = "http://eidas.europa.eu/attributes/naturalperson/";

    private final AnswerWriter writer = new AnswerWriter(new MessageIds());

    @Test
    void aSuccessLooksLikeARealOne() throws Exception {
        Instant at = Instant.parse("2025-07-05T07:51:37.396Z");
        Envelope envelope = new Envelope(
                "https://se-pasarela.clave.gob.es",
                "_0c1336d9-bf4f-4520-b5db-54fea395ddfe",
                "http://localhost:3000/response",
                Names.UNSPECIFIED,
                "10.252.131.21",
                at,
                Duration.ofMinutes(15));

        String answer = writer.success(envelope, somebody(at), SIGNER, Optional.empty());

        assertSameShape(sample("clave2-response-success.xml"), parse(answer));
    }

    @Test
    void anErrorLooksLikeARealOne() throws Exception {
        Instant at = Instant.parse("2026-11-22T04:01:23.528Z");
        Envelope envelope = new Envelope(
                "http://C-PEPS.gov.xx",
                "_Z4Qzk6JiCCeApXZuwlfpDeUxSwotm7AUjaQT5V-IhDP.awi-FWqnpDmnUbwsN89",
                "https://sp.example/ReturnPage",
                Names.UNSPECIFIED,
                "127.0.0.1",
                at,
                Duration.ofMinutes(5));

        String answer = writer.failure(envelope, Problem.AUTHENTICATION_FAILED, SIGNER);

        assertSameShape(sample("clave2-response-error.xml"), parse(answer));
    }

    @Test
    void aDifferenceIsNoticed() throws Exception {
        Document changed = sample("clave2-response-error.xml");
        changed.getElementsByTagNameNS(Names.PROTOCOL, "StatusMessage").item(0).setTextContent("003002");

        assertThat(diff(sample("clave2-response-error.xml"), changed).hasDifferences())
                .isTrue();
    }

    @Test
    void everyAnswerIsSignedAndNoOtherKeyDidIt() throws Exception {
        Envelope envelope = envelope();
        for (String answer : List.of(
                writer.success(envelope, somebody(Instant.EPOCH), SIGNER, Optional.empty()),
                writer.failure(envelope, Problem.CITIZEN_SAID_NO, SIGNER),
                writer.loggedOut(new LogoutEnvelope("_q", "https://sp.example/out", Instant.EPOCH), SIGNER))) {
            assertThat(isSignedBy(REALM, parse(answer))).isTrue();
            assertThat(isSignedBy(TestKey.rsa("other"), parse(answer))).isFalse();
        }
    }

    @Test
    void everyProblemSaysANumberAndText() throws Exception {
        for (Problem problem : Problem.values()) {
            Document answer = parse(writer.failure(envelope(), problem, SIGNER));

            assertThat(text(answer, Names.PROTOCOL, "StatusMessage"))
                    .as(problem.name())
                    .matches("[0-9]{6} - .+");
            assertThat(text(answer, Names.ASSERTION, "NameID")).isEqualTo("NotAvailable");
            assertThat(answer.getElementsByTagNameNS(Names.ASSERTION, "AttributeStatement")
                            .getLength())
                    .isZero();
        }
    }

    @Test
    void aLogoutIsAnsweredByClave() throws Exception {
        Document answer =
                parse(writer.loggedOut(new LogoutEnvelope("_q", "https://sp.example/out", Instant.EPOCH), SIGNER));

        Element root = answer.getDocumentElement();
        assertThat(root.getLocalName()).isEqualTo("LogoutResponse");
        assertThat(root.getAttribute("InResponseTo")).isEqualTo("_q");
        assertThat(root.getAttribute("Destination")).isEqualTo("https://sp.example/out");
        assertThat(text(answer, Names.ASSERTION, "Issuer")).isEqualTo("Cl@ve");
        assertThat(root.getElementsByTagNameNS(Names.SIGNATURE, "Signature")
                        .item(0)
                        .getPreviousSibling()
                        .getLocalName())
                .isEqualTo("Issuer");
    }

    @Test
    void anEncryptedAssertionIsReadByItsAgencyAlone() throws Exception {
        TestKey agency = TestKey.rsa("agency");
        String answer = writer.success(
                envelope(),
                somebody(Instant.EPOCH),
                SIGNER,
                Optional.of(agency.certificate().getPublicKey()));

        Document document = parse(answer);

        assertThat(isSignedBy(REALM, document))
                .as("the encrypted one is signed")
                .isTrue();
        assertThat(new String(Base64.getDecoder().decode(answer), StandardCharsets.UTF_8))
                .doesNotContain("00000000T", "NOMBRE", "AttributeStatement");
        Element data = (Element) document.getElementsByTagNameNS("http://www.w3.org/2001/04/xmlenc#", "EncryptedData")
                .item(0);
        assertThat(algorithm(data)).isEqualTo("http://www.w3.org/2009/xmlenc11#aes256-gcm");
        Element key = (Element) document.getElementsByTagNameNS("http://www.w3.org/2001/04/xmlenc#", "EncryptedKey")
                .item(0);
        assertThat(algorithm(key)).isEqualTo("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p");
        assertThat(data.getParentNode().getLocalName()).isEqualTo("EncryptedAssertion");

        decrypt(document, data, key, agency.key());

        assertThat(text(document, Names.ASSERTION, "NameID")).isEqualTo("00000000T");
    }

    private static void decrypt(Document document, Element data, Element key, PrivateKey agency) throws Exception {
        XMLCipher unwrapping = XMLCipher.getInstance();
        unwrapping.init(XMLCipher.UNWRAP_MODE, agency);
        EncryptedKey wrapped = unwrapping.loadEncryptedKey(document, key);
        SecretKey secret = (SecretKey) unwrapping.decryptKey(wrapped, algorithm(data));
        XMLCipher cipher = XMLCipher.getInstance();
        cipher.init(XMLCipher.DECRYPT_MODE, secret);
        cipher.doFinal(document, data);
    }

    private static String algorithm(Element encrypted) {
        Node method = encrypted.getFirstChild();
        while (!"EncryptionMethod".equals(method.getLocalName())) {
            method = method.getNextSibling();
        }
        return ((Element) method).getAttribute("Algorithm");
    }

    private static Envelope envelope() {
        return new Envelope(
                "https://clave.example/realms/clave",
                "_q",
                "https://sp.example/ReturnPage",
                Names.PERSISTENT,
                "192.0.2.1",
                Instant.EPOCH,
                Duration.ofMinutes(15));
    }

    private static Identification somebody(Instant at) {
        return new Identification(
                "00000000T",
                "http://eidas.europa.eu/LoA/substantial",
                at,
                List.of(
                        new AttributeValue(
                                "FamilyName",
                                EIDAS + "CurrentFamilyName",
                                "eidas-natural:CurrentFamilyNameType",
                                "APELLIDOUNO APELLIDODOS"),
                        new AttributeValue(
                                "FirstName",
                                EIDAS + "CurrentGivenName",
                                "eidas-natural:CurrentGivenNameType",
                                "NOMBRE"),
                        new AttributeValue(
                                "PersonIdentifier",
                                EIDAS + "PersonIdentifier",
                                "eidas-natural:PersonIdentifierType",
                                "00000000T"),
                        new AttributeValue("FirstSurname", Names.CLAVE + "FirstSurname", "xs:string", "APELLIDOUNO"),
                        new AttributeValue(
                                "PartialAfirma",
                                Names.CLAVE + "PartialAfirma",
                                "xs:string",
                                "BASE64_OF_Partial_Afirma_Response"),
                        new AttributeValue("SelectedIdP", Names.CLAVE + "SelectedIdP", "xs:string", "AFIRMA")));
    }

    private static void assertSameShape(Document sample, Document answer) {
        assertThat(diff(sample, answer).getDifferences()).isEmpty();
    }

    private static Diff diff(Document sample, Document answer) {
        return DiffBuilder.compare(Input.fromDocument(sample))
                .withTest(Input.fromDocument(answer))
                .ignoreWhitespace()
                .checkForIdentical()
                .withDifferenceEvaluator(AnswerShapeTest::differsEachTime)
                .build();
    }

    /** IDs, digests, signatures and certificates. And the samples were indented, and say less of where prefixes come from. */
    private static ComparisonResult differsEachTime(Comparison comparison, ComparisonResult outcome) {
        Node node = comparison.getControlDetails().getTarget();
        boolean id = node instanceof Attr attribute && List.of("ID", "URI").contains(attribute.getName());
        boolean secret = node != null
                && node.getParentNode() != null
                && List.of("DigestValue", "SignatureValue", "X509Certificate")
                        .contains(String.valueOf(node.getParentNode().getLocalName()));
        boolean declaration = comparison.getType() == ComparisonType.XML_STANDALONE;
        return id || secret || declaration ? ComparisonResult.EQUAL : outcome;
    }

    private static boolean isSignedBy(TestKey key, Document document) throws Exception {
        Element signature = (Element)
                document.getElementsByTagNameNS(Names.SIGNATURE, "Signature").item(0);
        DOMValidateContext context = new DOMValidateContext(
                KeySelector.singletonKeySelector(key.certificate().getPublicKey()), signature);
        context.setIdAttributeNS(document.getDocumentElement(), null, "ID");
        return XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context);
    }

    private static String text(Document document, String namespace, String name) {
        return document.getElementsByTagNameNS(namespace, name).item(0).getTextContent();
    }

    private static Document parse(String base64) throws Exception {
        return parse(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    private static Document sample(String name) throws Exception {
        try (InputStream in = AnswerShapeTest.class.getResourceAsStream("/es/clave/relyingparty/clave2/" + name)) {
            return parse(in);
        }
    }

    private static Document parse(InputStream xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(xml);
    }
}

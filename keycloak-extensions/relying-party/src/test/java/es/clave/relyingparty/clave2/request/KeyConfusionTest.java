package es.clave.relyingparty.clave2.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import es.clave.relyingparty.clave2.Names;
import es.clave.relyingparty.clave2.TestKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Only the registered keys of the agency that a message names sign for it, by the algorithms that are allowed. */
final class KeyConfusionTest {

    private static final TestKey AGENCY = TestKey.rsa("agency");
    private static final TestKey OTHER = TestKey.rsa("other agency");

    @Test
    void anotherAgencysSignatureWithItsCertificateIsRefused() {
        refused(Refusal.UNREGISTERED_CERTIFICATE, () -> Forge.read(Forge.signed(Forge.request(), OTHER), AGENCY));
    }

    @Test
    void anotherKeysSignatureWithTheAgencysCertificateIsRefused() {
        Forge.Style style = new Forge.Style(Forge.RSA_SHA512, Forge.SHA512, Optional.of(AGENCY), List.of());

        refused(Refusal.WRONG_SIGNATURE, () -> Forge.read(Forge.signed(Forge.request(), OTHER, style), AGENCY));
    }

    @Test
    void anotherKeysSignatureWithoutACertificateIsRefused() {
        Forge.Style style = new Forge.Style(Forge.RSA_SHA512, Forge.SHA512, Optional.empty(), List.of());

        refused(Refusal.WRONG_SIGNATURE, () -> Forge.read(Forge.signed(Forge.request(), OTHER, style), AGENCY));
    }

    @Test
    void aCertificateOfTheSameNameForAnotherKeyIsRefused() {
        TestKey namesake = TestKey.rsa("agency");

        refused(Refusal.UNREGISTERED_CERTIFICATE, () -> Forge.read(Forge.signed(Forge.request(), namesake), AGENCY));
    }

    @Test
    void bothCertificatesBroughtTheKeyIsStillTheRegisteredOne() {
        Document document = Forge.signed(Forge.request(), OTHER);
        Element certificate = (Element) document.getElementsByTagNameNS(Names.SIGNATURE, "X509Certificate")
                .item(0);
        Element registered = (Element) certificate.cloneNode(false);
        registered.setTextContent(AGENCY.base64());
        certificate.getParentNode().insertBefore(registered, certificate);

        refused(Refusal.WRONG_SIGNATURE, () -> Forge.read(document, AGENCY));
    }

    @Test
    void aKeyThatComesAsAValueIsNotLookedAt() throws Exception {
        Forge.Style style = new Forge.Style(Forge.RSA_SHA512, Forge.SHA512, Optional.empty(), List.of());
        String withKeyValue = Forge.write(Forge.signed(Forge.request(), OTHER, style))
                .replace("</ds:Signature>", "<ds:KeyInfo><ds:KeyName>agency</ds:KeyName></ds:KeyInfo></ds:Signature>");

        refused(Refusal.WRONG_SIGNATURE, () -> Forge.read(Forge.base64(withKeyValue), AGENCY));
    }

    @Test
    void aCertificateWhoseTimeIsOverOrNotComeIsRefused() {
        for (List<String> time : List.of(
                List.of("2020-01-01T00:00:00Z", "2026-11-24T11:59:59Z"),
                List.of("2026-11-24T12:00:01Z", "2040-01-01T00:00:00Z"))) {
            TestKey key = TestKey.rsa("agency", 2048, Instant.parse(time.get(0)), Instant.parse(time.get(1)));

            refused(Refusal.EXPIRED_CERTIFICATE, () -> Forge.read(Forge.signed(Forge.request(), key), key));
        }
    }

    @Test
    void anAgencyWithoutCertificatesIsNotBelieved() {
        refused(Refusal.UNREGISTERED_CERTIFICATE, () -> Forge.read(Forge.signed(Forge.request(), OTHER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#hmac-sha512",
                "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
                "none",
                ""
            })
    void aSignatureByAnotherAlgorithmIsRefused(String algorithm) {
        Document document = Forge.signed(Forge.request(), AGENCY);
        set(document, "SignatureMethod", algorithm);

        refused(Refusal.FORBIDDEN_ALGORITHM, () -> Forge.read(document, AGENCY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2000/09/xmldsig#sha1",
                "http://www.w3.org/2001/04/xmldsig-more#md5",
                "http://www.w3.org/2007/05/xmldsig-more#sha3-512"
            })
    void aDigestByAnotherAlgorithmIsRefused(String algorithm) {
        Document document = Forge.signed(Forge.request(), AGENCY);
        set(document, "DigestMethod", algorithm);

        refused(Refusal.FORBIDDEN_ALGORITHM, () -> Forge.read(document, AGENCY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
                "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
                "http://www.w3.org/TR/1999/REC-xslt-19991116",
                "http://www.w3.org/TR/1999/REC-xpath-19991116",
                "http://www.w3.org/2002/06/xmldsig-filter2",
                "http://www.w3.org/2000/09/xmldsig#base64"
            })
    void anotherTransformIsRefused(String algorithm) {
        for (int which : List.of(0, 1)) {
            Document document = Forge.signed(Forge.request(), AGENCY);
            ((Element) document.getElementsByTagNameNS(Names.SIGNATURE, "Transform")
                            .item(which))
                    .setAttribute("Algorithm", algorithm);

            refused(Refusal.FORBIDDEN_ALGORITHM, () -> Forge.read(document, AGENCY));
        }
        Document document = Forge.signed(Forge.request(), AGENCY);
        set(document, "CanonicalizationMethod", algorithm);
        refused(Refusal.FORBIDDEN_ALGORITHM, () -> Forge.read(document, AGENCY));
    }

    @Test
    void moreTransformsOrFewerAreRefused() {
        Document more = Forge.signed(Forge.request(), AGENCY);
        Element transform = (Element)
                more.getElementsByTagNameNS(Names.SIGNATURE, "Transform").item(1);
        transform.getParentNode().appendChild(transform.cloneNode(true));
        refused(Refusal.FORBIDDEN_ALGORITHM, () -> Forge.read(more, AGENCY));

        Document fewer = Forge.signed(Forge.request(), AGENCY);
        Element last = (Element)
                fewer.getElementsByTagNameNS(Names.SIGNATURE, "Transform").item(1);
        last.getParentNode().removeChild(last);
        refused(Refusal.FORBIDDEN_ALGORITHM, () -> Forge.read(fewer, AGENCY));
    }

    @Test
    void anUnsignedRequestIsRefused() {
        refused(Refusal.UNSIGNED, () -> Forge.read(Forge.base64(Forge.request()), AGENCY));
    }

    @Test
    void aSignatureValueThatIsNoneIsRefused() {
        for (String value : List.of("", "AAAA", "not Base64!", "qE5abD5+sUwkuObd...")) {
            Document document = Forge.signed(Forge.request(), AGENCY);
            document.getElementsByTagNameNS(Names.SIGNATURE, "SignatureValue")
                    .item(0)
                    .setTextContent(value);

            refused(Refusal.WRONG_SIGNATURE, () -> Forge.read(document, AGENCY));
        }
    }

    private static void set(Document document, String method, String algorithm) {
        ((Element) document.getElementsByTagNameNS(Names.SIGNATURE, method).item(0))
                .setAttribute("Algorithm", algorithm);
    }

    private static void refused(Refusal refusal, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }
}

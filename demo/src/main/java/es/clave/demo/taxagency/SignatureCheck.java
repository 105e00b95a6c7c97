package es.clave.demo.taxagency;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.credential.Credential;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.opensaml.xmlsec.signature.support.impl.SignatureAlgorithmValidator;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Whether Cl@ve signed exactly the element that is going to be read. */
final class SignatureCheck {

    private static final Set<String> ALGORITHMS = Set.of(
            SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256,
            SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA384,
            SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA512,
            SignatureConstants.ALGO_ID_DIGEST_SHA256,
            SignatureConstants.ALGO_ID_DIGEST_SHA384,
            SignatureConstants.ALGO_ID_DIGEST_SHA512,
            SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS,
            SignatureConstants.TRANSFORM_ENVELOPED_SIGNATURE);

    private final IdentityProvider identityProvider;

    SignatureCheck(IdentityProvider identityProvider) {
        this.identityProvider = identityProvider;
    }

    /**
     * An id that two elements share is how a signature over one is passed off as a signature over the other; no honest
     * message has one.
     */
    static void requireUniqueIds(Element root) throws Untrusted {
        Set<String> seen = new HashSet<>();
        collectIds(root, seen);
    }

    /** Requires a signature by Cl@ve whose one reference is to this element. */
    void require(SignableSAMLObject object) throws Untrusted, IOException, InterruptedException {
        Signature signature = object.getSignature();
        if (signature == null) {
            throw Untrusted.because(
                    "unsigned", "not signed: " + object.getElementQName().getLocalPart());
        }
        try {
            new SAMLSignatureProfileValidator().validate(signature);
            new SignatureAlgorithmValidator(ALGORITHMS, List.of()).validate(signature);
        } catch (SignatureException e) {
            throw Untrusted.because("signature", "not a signature as SAML wants it: " + e.getMessage());
        }
        if (signature.getParent() != object) {
            throw Untrusted.because("signature", "the signature belongs to another element");
        }
        if (!isBy(identityProvider.described().signingKeys(), signature)
                && !isBy(identityProvider.describedAnew().signingKeys(), signature)) {
            throw Untrusted.because("signature", "not signed by the identity provider");
        }
    }

    /** Only keys of the metadata are tried: the certificate that a signature carries proves nothing. */
    private static boolean isBy(List<Credential> keys, Signature signature) {
        return keys.stream().anyMatch(key -> isBy(key, signature));
    }

    private static boolean isBy(Credential key, Signature signature) {
        try {
            SignatureValidator.validate(signature, key);
            return true;
        } catch (SignatureException notThisKey) {
            return false;
        }
    }

    private static void collectIds(Element element, Set<String> seen) throws Untrusted {
        for (String attribute : List.of("ID", "Id", "id", "AssertionID")) {
            if (element.hasAttribute(attribute) && !seen.add(element.getAttribute(attribute))) {
                throw Untrusted.because("wrapping", "two elements share an ID");
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collectIds(inner, seen);
            }
        }
    }

    /** How many assertions, of any place and depth, a document holds. */
    static int assertionsIn(Element root) {
        return root.getElementsByTagNameNS(SAMLConstants.SAML20_NS, "Assertion").getLength()
                + root.getElementsByTagNameNS(SAMLConstants.SAML20_NS, "EncryptedAssertion")
                        .getLength();
    }
}

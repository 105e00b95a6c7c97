package es.clave.relyingparty.clave2.answer;

import es.clave.relyingparty.clave2.Names;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Signs messages: RSA-SHA512, enveloped, after the Issuer, with the certificate in it.
 *
 * @param key the realm's
 * @param certificate the one that agencies know
 */
public record Signer(PrivateKey key, X509Certificate certificate) {

    /** Signs the whole document. Prefixes that only values use are signed with it. */
    void sign(Document document, List<String> prefixes) {
        Element root = document.getDocumentElement();
        try {
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM", "XMLDSig");
            Reference reference = factory.newReference(
                    "#" + root.getAttribute("ID"),
                    factory.newDigestMethod(DigestMethod.SHA512, null),
                    List.of(
                            factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            factory.newTransform(
                                    Names.EXCLUSIVE_C14N,
                                    prefixes.isEmpty() ? null : new ExcC14NParameterSpec(prefixes))),
                    null,
                    null);
            SignedInfo signedInfo = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(SignatureMethod.RSA_SHA512, null),
                    List.of(reference));
            DOMSignContext context = new DOMSignContext(key, root, afterIssuer(root));
            context.setDefaultNamespacePrefix("ds");
            context.putNamespacePrefix(Names.EXCLUSIVE_C14N, "ec");
            context.setIdAttributeNS(root, null, "ID");
            factory.newXMLSignature(signedInfo, keyInfo(factory)).sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("the message cannot be signed", e);
        }
    }

    private KeyInfo keyInfo(XMLSignatureFactory factory) {
        KeyInfoFactory keys = factory.getKeyInfoFactory();
        return keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
    }

    private static Node afterIssuer(Element root) {
        return root.getElementsByTagNameNS(Names.ASSERTION, "Issuer").item(0).getNextSibling();
    }

    @Override
    public String toString() {
        return "Signer[" + certificate.getSubjectX500Principal() + "]";
    }
}

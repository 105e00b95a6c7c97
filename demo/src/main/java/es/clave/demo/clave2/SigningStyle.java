package es.clave.demo.clave2;

import es.clave.demo.taxagency.SamlXml;
import es.clave.demo.taxagency.SigningKey;
import java.util.function.Consumer;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.security.SecurityException;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.keyinfo.impl.X509KeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureSupport;
import org.opensaml.xmlsec.signature.support.Signer;
import org.w3c.dom.Element;

/**
 * How an application signs: enveloped, exclusive canonicalisation.
 *
 * @param algorithm of the signature, a URI
 * @param digest of what is signed, a URI
 * @param withCertificate whether the certificate goes with it
 */
public record SigningStyle(String algorithm, String digest, boolean withCertificate) {

    /** As the official kit does. */
    public static final SigningStyle USUAL = new SigningStyle(
            SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA512, SignatureConstants.ALGO_ID_DIGEST_SHA512, true);

    /**
     * Signs, and yields the XML.
     *
     * @param edit what is changed in it before it is signed
     */
    public String sign(SignableSAMLObject message, SigningKey key, Consumer<Element> edit) {
        SignatureSigningParameters how = new SignatureSigningParameters();
        how.setSigningCredential(key.credential());
        how.setSignatureAlgorithm(algorithm);
        how.setSignatureReferenceDigestMethod(digest);
        how.setSignatureCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        if (withCertificate) {
            X509KeyInfoGeneratorFactory keyInfo = new X509KeyInfoGeneratorFactory();
            keyInfo.setEmitEntityCertificate(true);
            how.setKeyInfoGenerator(keyInfo.newInstance());
        }
        try {
            Signature signature = SamlXml.get().make(Signature.class, Signature.DEFAULT_ELEMENT_NAME);
            message.setSignature(signature);
            SignatureSupport.prepareSignatureParams(signature, how);
            Element element = XMLObjectSupport.marshall(message);
            edit.accept(element);
            Signer.signObject(signature);
            return SamlXml.get().write(message);
        } catch (SecurityException | MarshallingException | SignatureException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}

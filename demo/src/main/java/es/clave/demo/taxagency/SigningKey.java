package es.clave.demo.taxagency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.security.SecurityException;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.security.x509.X509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.keyinfo.KeyInfoGenerator;
import org.opensaml.xmlsec.keyinfo.impl.X509KeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.KeyInfo;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureSupport;

/** The key with which an agency signs what it says, and the certificate by which Cl@ve knows it. */
public final class SigningKey {

    private final BasicX509Credential credential;

    private SigningKey(BasicX509Credential credential) {
        this.credential = credential;
    }

    /** A key and its certificate. */
    public static SigningKey of(PrivateKey key, X509Certificate certificate) {
        return new SigningKey(new BasicX509Credential(certificate, key));
    }

    /**
     * The only key of a PKCS #12 file.
     *
     * @throws IOException if the file cannot be read with that password
     */
    public static SigningKey in(Path file, String password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            String alias = store.aliases().nextElement();
            return of((PrivateKey) store.getKey(alias, password.toCharArray()), (X509Certificate)
                    store.getCertificate(alias));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " cannot be read", e);
        }
    }

    /** The certificate as Keycloak keeps it: DER in Base64, without armour. */
    public String certificateBase64() {
        try {
            return Base64.getEncoder()
                    .encodeToString(credential.getEntityCertificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs enveloped: RSA-SHA256, exclusive canonicalisation (SAML 2.0 Core, 5.4). */
    public void sign(SignableSAMLObject object) {
        SignatureSigningParameters how = new SignatureSigningParameters();
        how.setSigningCredential(credential);
        how.setSignatureAlgorithm(SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256);
        how.setSignatureReferenceDigestMethod(SignatureConstants.ALGO_ID_DIGEST_SHA256);
        how.setSignatureCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        how.setKeyInfoGenerator(keyInfoGenerator());
        try {
            SignatureSupport.signObject(object, how);
        } catch (SecurityException | MarshallingException | SignatureException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** The key and its certificate, for who signs in another way. */
    public X509Credential credential() {
        return credential;
    }

    /** The key as metadata tells it. */
    public KeyInfo keyInfo() {
        try {
            return keyInfoGenerator().generate(credential);
        } catch (SecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyInfoGenerator keyInfoGenerator() {
        X509KeyInfoGeneratorFactory factory = new X509KeyInfoGeneratorFactory();
        factory.setEmitEntityCertificate(true);
        return factory.newInstance();
    }
}

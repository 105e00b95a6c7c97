package es.clave.relyingparty.clave2.answer;

import es.clave.relyingparty.clave2.Names;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.keys.KeyInfo;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Encrypts assertions so that only their agency can read them: AES-256-GCM, its key by RSA-OAEP-MGF1P (XML Encryption). */
final class AssertionEncryption {

    private static final int KEY_BITS = 256;

    private AssertionEncryption() {}

    /** Puts an EncryptedAssertion in the place of the document's assertion. */
    static void encrypt(Document document, PublicKey agency) {
        Element root = document.getDocumentElement();
        Element assertion = (Element)
                root.getElementsByTagNameNS(Names.ASSERTION, "Assertion").item(0);
        // Decrypted, it may be read on its own: the prefixes go with it.
        Xml.declare(assertion, "saml2", Names.ASSERTION);
        Xml.declare(assertion, "eidas-natural", Names.EIDAS_NATURAL_PERSON);
        Xml.declare(assertion, "xs", Names.XML_SCHEMA);
        Element encrypted = document.createElementNS(Names.ASSERTION, "saml2:EncryptedAssertion");
        root.replaceChild(encrypted, assertion);
        encrypted.appendChild(assertion);
        Init.init();
        try {
            SecretKey key = newKey();
            XMLCipher wrapping = XMLCipher.getInstance(XMLCipher.RSA_OAEP);
            wrapping.init(XMLCipher.WRAP_MODE, agency);
            EncryptedKey wrapped = wrapping.encryptKey(document, key);
            XMLCipher cipher = XMLCipher.getInstance(XMLCipher.AES_256_GCM);
            cipher.init(XMLCipher.ENCRYPT_MODE, key);
            EncryptedData data = cipher.getEncryptedData();
            KeyInfo info = new KeyInfo(document);
            info.add(wrapped);
            data.setKeyInfo(info);
            cipher.doFinal(document, assertion);
        } catch (Exception e) {
            // Of every kind: XMLCipher declares no less.
            throw new IllegalStateException("the assertion cannot be encrypted", e);
        }
    }

    private static SecretKey newKey() throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(KEY_BITS);
        return generator.generateKey();
    }
}

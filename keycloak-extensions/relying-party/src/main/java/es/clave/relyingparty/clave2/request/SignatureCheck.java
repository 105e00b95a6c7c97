package es.clave.relyingparty.clave2.request;

import java.io.IOException;
import java.io.InputStream;
import java.security.NoSuchProviderException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Verifies signatures by the JDK's XML signature. What comes out is not the document that came in but the very octets that
 * were digested, read anew: nothing else of the message is ever looked at.
 */
final class SignatureCheck {

    private final Clock clock;

    SignatureCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * The root of what was signed.
     *
     * @param registered the certificates of the agency that the message says it is from
     */
    Element verify(Document document, List<X509Certificate> registered) throws RefusedException {
        EnvelopedSignature signature = EnvelopedSignature.of(document);
        List<X509Certificate> candidates = valid(candidates(signature, registered));
        for (X509Certificate certificate : candidates) {
            Optional<byte[]> signed = signedBy(certificate.getPublicKey(), signature, document.getDocumentElement());
            if (signed.isPresent()) {
                return XmlReading.read(signed.get()).getDocumentElement();
            }
        }
        throw new RefusedException(
                Refusal.WRONG_SIGNATURE, "made by none of the registered keys, or over something else");
    }

    /** Those that may have signed: of the registered ones, those that the message brings, or all if it brings none. */
    private static List<X509Certificate> candidates(EnvelopedSignature signature, List<X509Certificate> registered)
            throws RefusedException {
        List<String> brought = signature.certificates();
        if (brought.isEmpty()) {
            return registered;
        }
        List<X509Certificate> candidates = new ArrayList<>();
        for (String base64 : brought) {
            byte[] encoded = decoded(base64);
            registered.stream()
                    .filter(certificate -> Arrays.equals(encoded, encoded(certificate)))
                    .forEach(candidates::add);
        }
        if (candidates.isEmpty()) {
            throw new RefusedException(
                    Refusal.UNREGISTERED_CERTIFICATE, "the certificate in it is not one that the agency registered");
        }
        return candidates;
    }

    private static byte[] decoded(String base64) throws RefusedException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.UNREGISTERED_CERTIFICATE, "the certificate in it is not Base64");
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<X509Certificate> valid(List<X509Certificate> certificates) throws RefusedException {
        Date now = Date.from(clock.instant());
        List<X509Certificate> valid = certificates.stream()
                .filter(certificate -> isValid(certificate, now))
                .toList();
        if (valid.isEmpty()) {
            throw new RefusedException(Refusal.EXPIRED_CERTIFICATE, "no registered certificate that is valid now");
        }
        return valid;
    }

    private static boolean isValid(X509Certificate certificate, Date now) {
        try {
            certificate.checkValidity(now);
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException notNow) {
            return false;
        }
    }

    /** The octets that this key signed, empty if it did not. */
    private static Optional<byte[]> signedBy(PublicKey key, EnvelopedSignature signature, Element root)
            throws RefusedException {
        DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature.element());
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        context.setProperty("javax.xml.crypto.dsig.cacheReference", true);
        context.setIdAttributeNS(root, null, "ID");
        try {
            XMLSignature read =
                    XMLSignatureFactory.getInstance("DOM", "XMLDSig").unmarshalXMLSignature(context);
            if (!read.validate(context)) {
                return Optional.empty();
            }
            Reference reference = read.getSignedInfo().getReferences().get(0);
            try (InputStream digested = reference.getDigestInputStream()) {
                return Optional.of(digested.readAllBytes());
            }
        } catch (XMLSignatureException e) {
            // A key of another kind than the signature's, or a value that is no signature.
            return Optional.empty();
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("the JDK has no XML signature", e);
        } catch (MarshalException | IOException e) {
            throw new RefusedException(Refusal.WRONG_SIGNATURE, "not a signature");
        }
    }
}

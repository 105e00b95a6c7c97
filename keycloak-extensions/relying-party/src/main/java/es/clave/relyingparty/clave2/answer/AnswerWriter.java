package es.clave.relyingparty.clave2.answer;

import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;

/** Writes answers as agencies get them: signed, in Base64. */
public final class AnswerWriter {

    private final ResponseDocument documents;

    /** A writer of answers with these IDs. */
    public AnswerWriter(MessageIds ids) {
        this.documents = new ResponseDocument(ids);
    }

    /**
     * That somebody logged in.
     *
     * @param encryption the key of an agency that wants its assertions encrypted
     */
    public String success(Envelope envelope, Identification who, Signer signer, Optional<PublicKey> encryption) {
        Document document = documents.success(envelope, who);
        encryption.ifPresent(key -> AssertionEncryption.encrypt(document, key));
        signer.sign(document, List.of("eidas-natural", "xs"));
        return base64(document);
    }

    /** That nobody did. Says nothing of anybody, so it is never encrypted. */
    public String failure(Envelope envelope, Problem problem, Signer signer) {
        Document document = documents.failure(envelope, problem);
        signer.sign(document, List.of());
        return base64(document);
    }

    /** That the session is over. */
    public String loggedOut(LogoutEnvelope envelope, Signer signer) {
        Document document = documents.loggedOut(envelope);
        signer.sign(document, List.of());
        return base64(document);
    }

    private static String base64(Document document) {
        return Base64.getEncoder().encodeToString(Xml.write(document));
    }
}

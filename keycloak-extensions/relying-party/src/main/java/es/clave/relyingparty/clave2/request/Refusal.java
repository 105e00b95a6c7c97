package es.clave.relyingparty.clave2.request;

import java.util.Locale;

/** Why a message gets no answer but a page: whoever sent it has not proven to be an agency that may. */
public enum Refusal {
    /** The form had no message in it. */
    MISSING("clave2Missing"),
    TOO_LARGE("clave2TooLarge"),
    NOT_BASE64("clave2NotBase64"),
    NOT_XML("clave2NotXml"),
    /** A DOCTYPE, with or without the entities that it is for. */
    DOCTYPE("clave2Doctype"),
    /** Comments, processing instructions, elements too deep or too many: XML with which signatures are got round. */
    FORBIDDEN_XML("clave2ForbiddenXml"),
    /** XML, and not the message that is expected here. */
    WRONG_MESSAGE("clave2WrongMessage"),
    /** The message lacks what it must have, or has it wrong. */
    MALFORMED("clave2Malformed"),
    UNKNOWN_AGENCY("clave2UnknownAgency"),
    DISABLED_AGENCY("clave2DisabledAgency"),
    UNSIGNED("clave2Unsigned"),
    SEVERAL_SIGNATURES("clave2SeveralSignatures"),
    /** The signature stands where none belongs, or has in it what does not belong there. */
    MISPLACED_SIGNATURE("clave2MisplacedSignature"),
    /** The signature is over something else than the whole message. */
    WRONG_REFERENCE("clave2WrongReference"),
    FORBIDDEN_ALGORITHM("clave2ForbiddenAlgorithm"),
    /** The message brings a certificate that the agency did not register. */
    UNREGISTERED_CERTIFICATE("clave2UnregisteredCertificate"),
    /** The certificate is registered, and its time is over or not come. */
    EXPIRED_CERTIFICATE("clave2ExpiredCertificate"),
    WRONG_SIGNATURE("clave2WrongSignature"),
    /** The message is meant for another server, or another address of this one. */
    WRONG_DESTINATION("clave2WrongDestination"),
    TOO_OLD("clave2TooOld"),
    FROM_THE_FUTURE("clave2FromTheFuture"),
    UNREGISTERED_ADDRESS("clave2UnregisteredAddress"),
    REPLAYED("clave2Replayed");

    private final String messageKey;

    Refusal(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The text that the page shows. */
    public String messageKey() {
        return messageKey;
    }

    /** As events write it, and the page below its text. */
    public String label() {
        return "clave2_" + name().toLowerCase(Locale.ROOT);
    }
}

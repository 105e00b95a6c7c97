package es.clave.appapi;

import java.util.Locale;

/** What can go wrong, as {@code openapi.yaml} lists it: a status and a stable word. The key is of the text for the person. */
public enum ProblemCode {
    MALFORMED(400, "appProblemTechnical"),
    NATIONAL_ID_EMPTY(400, "nationalIdEmpty"),
    NATIONAL_ID_MALFORMED(400, "nationalIdMalformed"),
    NATIONAL_ID_LETTER_MISSING(400, "nationalIdLetterMissing"),
    NATIONAL_ID_WRONG_LETTER(400, "nationalIdWrongLetter"),
    CONTRAST_DATUM_EMPTY(400, "contrastDatumEmpty"),
    CONTRAST_DATUM_MALFORMED_DATE(400, "contrastDatumMalformedDate"),
    CONTRAST_DATUM_NO_SUCH_DATE(400, "contrastDatumNoSuchDate"),
    CONTRAST_DATUM_PERMANENT_EXPIRY(400, "contrastDatumPermanentExpiry"),
    CONTRAST_DATUM_MALFORMED_SUPPORT_NUMBER(400, "contrastDatumMalformedSupportNumber"),
    CODE_EMPTY(400, "appProblemCodeEmpty"),
    CODE_MALFORMED(400, "appProblemCodeMalformed"),
    NAME_EMPTY(400, "appProblemName"),
    NAME_TOO_LONG(400, "appProblemName"),
    BAD_ANSWER(400, "appProblemTechnical"),
    BAD_KEY_PROOF(400, "appProblemTechnical"),
    PUSH_REFUSED(400, "appProblemPush"),
    USE_DPOP_NONCE(401, "appProblemTechnical"),
    INVALID_DPOP_PROOF(401, "appProblemTechnical"),
    UNKNOWN_DEVICE(401, "appProblemUnknownDevice"),
    DEVICE_REMOVED(403, "appProblemDeviceRemoved"),
    DEVICE_SHUT_OUT(403, "appProblemDeviceShutOut"),
    NOT_FOUND(404, "appProblemNotFound"),
    PUSH_UNAVAILABLE(404, "appProblemPush"),
    QR_UNKNOWN(404, "appProblemQrUnknown"),
    KEY_KNOWN(409, "appProblemTechnical"),
    TOO_MANY_DEVICES(409, "appProblemTooManyDevices"),
    ALREADY_SCANNED(409, "appProblemAlreadyScanned"),
    OTHER_CITIZEN(409, "appProblemOtherCitizen"),
    ALREADY_ANSWERED(409, "appProblemAlreadyAnswered"),
    ACTIVATION_OVER(410, "appProblemActivationOver"),
    QR_TOO_OLD(410, "appProblemQrTooOld"),
    REQUEST_GONE(410, "appProblemRequestGone"),
    WRONG_CODE(422, "appProblemWrongCode"),
    WRONG_DIGITS(422, "appProblemWrongDigits"),
    TOO_MANY_CODES(429, "appProblemTooManyCodes"),
    SOURCE_LIMITED(429, "sourceLimited"),
    PAUSED(429, "paused"),
    CIVIL_REGISTER_UNAVAILABLE(503, "civilRegisterUnavailable");

    private final int status;
    private final String text;

    ProblemCode(int status, String text) {
        this.status = status;
        this.text = text;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Key of the text for the person. */
    public String text() {
        return text;
    }

    /** As the answer, and the counter, name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

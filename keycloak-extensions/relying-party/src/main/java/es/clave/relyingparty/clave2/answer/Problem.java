package es.clave.relyingparty.clave2.answer;

/** Why an agency is told of nobody: status codes of SAML (Core 2.0, 3.2.2.2) and the message that Cl@ve 2 gives to each. */
public enum Problem {
    AUTHENTICATION_FAILED(Party.RESPONDER, "AuthnFailed", "003002 - Authentication Failed"),
    /** Nobody is logged in, and nobody may be asked. */
    NOT_PASSIVE(Party.RESPONDER, "NoPassive", "003002 - Authentication Failed: nobody is logged in"),
    /** The agency excludes all ways that there are. */
    NO_WAY_LEFT(Party.RESPONDER, "NoAvailableIDP", "003002 - Authentication Failed: every way to log in is excluded"),
    INVALID_REQUEST(Party.REQUESTER, "RequestUnsupported", "200006 - Invalid request"),
    INVALID_NAME_ID_POLICY(Party.REQUESTER, "InvalidNameIDPolicy", "200006 - Invalid request: NameIDPolicy"),
    INVALID_RELAY_STATE(Party.REQUESTER, "InvalidAttrNameOrValue", "200009 - Invalid RelayState"),
    LEVEL_NOT_SUPPORTED(Party.REQUESTER, "NoAuthnContext", "202004 - Level of assurance not supported"),
    LEVEL_NOT_REACHED(Party.RESPONDER, "NoAuthnContext", "202004 - Level of assurance not reached"),
    CITIZEN_SAID_NO(Party.RESPONDER, "RequestDenied", "202007 - The citizen did not consent"),
    ATTRIBUTE_MISSING(Party.REQUESTER, "InvalidAttrNameOrValue", "202010 - A mandatory attribute is missing");

    private enum Party {
        REQUESTER("Requester"),
        RESPONDER("Responder");

        private final String code;

        Party(String code) {
            this.code = code;
        }
    }

    private final Party party;
    private final String code;
    private final String message;

    Problem(Party party, String code, String message) {
        this.party = party;
        this.code = code;
        this.message = message;
    }

    /** The status code, which tells on whose side the fault is. */
    String status() {
        return ResponseDocument.STATUS + party.code;
    }

    /** The status code below it. */
    String detail() {
        return ResponseDocument.STATUS + code;
    }

    /** What the agency's log will say. */
    public String message() {
        return message;
    }
}

package es.clave.relyingparty.clave2.request;

import java.time.Instant;
import org.w3c.dom.Element;

/** What every signed message says. */
public sealed interface SignedMessage permits AuthnRequest, LogoutRequest {

    /** Nobody needs more to be unlike any other. */
    int LONGEST_ID = 256;

    /** The ID, which no two messages have. */
    String id();

    /** When it was made. */
    Instant issuedAt();

    /** The address that it was made for; empty where it names none. */
    String destination();

    /** The ID of a message; the answer repeats it, and so do the addresses of the login's pages. */
    static String id(Element root) throws RefusedException {
        String id = Elements.required(root, "ID");
        if (id.length() > LONGEST_ID) {
            throw new RefusedException(Refusal.MALFORMED, "the ID is longer than " + LONGEST_ID);
        }
        return id;
    }

    /** SAML 2.0 it must be. */
    static void checkVersion(Element root) throws RefusedException {
        if (!Elements.attribute(root, "Version").orElse("").equals("2.0")) {
            throw new RefusedException(Refusal.MALFORMED, "not of version 2.0");
        }
    }
}

package es.clave.relyingparty.clave2.request;

import java.time.Instant;
import org.w3c.dom.Element;

/** What every signed message says. */
public sealed interface SignedMessage permits AuthnRequest, LogoutRequest {

    /** The ID, which no two messages have. */
    String id();

    /** When it was made. */
    Instant issuedAt();

    /** The address that it was made for; empty where it names none. */
    String destination();

    /** SAML 2.0 it must be. */
    static void checkVersion(Element root) throws RefusedException {
        if (!Elements.attribute(root, "Version").orElse("").equals("2.0")) {
            throw new RefusedException(Refusal.MALFORMED, "not of version 2.0");
        }
    }
}

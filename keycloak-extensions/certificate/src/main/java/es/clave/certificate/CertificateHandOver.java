package es.clave.certificate;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.keycloak.provider.Provider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Lets a browser show its certificate on the address that asks for one, and come back with what was read. An authenticator
 * sends the browser to {@link #begin}, and at every {@code authenticate} looks at {@link #answer}.
 *
 * <p>Needs no cookie on that address. The browser takes a ticket there, used once, and brings a receipt back, used once; an
 * answer counts only where both belong to the authentication session of the browser that comes back. So who makes somebody
 * else show a certificate gets nothing, nor can anybody slip one's own answer into another's session.
 */
public interface CertificateHandOver extends Provider {

    /** Whether this server reads certificates. */
    boolean isOpen();

    /**
     * Forgets any earlier answer and makes a ticket.
     *
     * @param back where the browser comes back to: the address of this authentication session's present step
     * @return where to send the browser
     */
    URI begin(AuthenticationSessionModel login, URI back);

    /** What was read for this authentication session, empty if nothing was since {@link #begin}. */
    Optional<CertificateCheck.Answer> answer(AuthenticationSessionModel login, UriInfo request);

    /** Forgets the answer. */
    void forget(AuthenticationSessionModel login);
}

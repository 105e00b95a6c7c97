package es.clave.platform;

import jakarta.ws.rs.core.UriBuilder;
import org.keycloak.common.util.SecretGenerator;

/**
 * The challenge of PKCE, which every client of the realm must send, for a login by a client of ours whose code nobody
 * redeems: nobody knows what it is the challenge of, so that the code is worth nothing to who finds it.
 */
public final class UnredeemableCode {

    /** RFC 7636, 4.2: the length of a SHA-256 hash in base64url. */
    private static final int CHALLENGE_CHARACTERS = 43;

    private UnredeemableCode() {}

    /** The same request, with the challenge. */
    public static UriBuilder of(UriBuilder request) {
        return request.queryParam("code_challenge_method", "S256")
                .queryParam(
                        "code_challenge",
                        SecretGenerator.getInstance().randomString(CHALLENGE_CHARACTERS, SecretGenerator.ALPHANUM));
    }
}

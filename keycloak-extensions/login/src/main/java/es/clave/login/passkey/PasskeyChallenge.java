package es.clave.login.passkey;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.WebAuthnPolicy;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a passkey signs in this login: random, kept where Keycloak's check looks for it, good for one answer in the whole
 * cluster. Pages that are loaded again, and those of other ways, show the same until it was answered.
 */
final class PasskeyChallenge {

    private static final String NOTE = WebAuthnConstants.AUTH_CHALLENGE_NOTE;
    private static final int BYTES = 32;
    private static final String CLAIM = "clave-passkey:";

    /** Longer than a login may take. */
    private static final Duration CLAIMED_FOR = Duration.ofHours(12);

    private final AuthenticationFlowContext context;
    private final SecureRandom random;

    PasskeyChallenge(AuthenticationFlowContext context, SecureRandom random) {
        this.context = context;
        this.random = random;
    }

    /** Tells every page of this answer what to ask a passkey. */
    void putOnPages() {
        WebAuthnPolicy policy = context.getRealm().getWebAuthnPolicyPasswordless();
        context.form()
                .setAttribute(
                        "passkey",
                        Map.of(
                                "challenge",
                                current().orElseGet(this::make),
                                "rpId",
                                Optional.ofNullable(policy.getRpId())
                                        .filter(id -> !id.isEmpty())
                                        .orElseGet(() -> context.getUriInfo()
                                                .getBaseUri()
                                                .getHost())));
    }

    /** Takes it for this answer; false where there is none, or another answer was faster, at whatever node. */
    boolean claim() {
        Optional<String> challenge = current();
        return challenge.isPresent()
                && context.getSession()
                        .singleUseObjects()
                        .putIfAbsent(CLAIM + challenge.get(), CLAIMED_FOR.toSeconds());
    }

    /** The next page has another. */
    void forget() {
        login().removeAuthNote(NOTE);
    }

    private Optional<String> current() {
        return Optional.ofNullable(login().getAuthNote(NOTE));
    }

    private String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        login().setAuthNote(NOTE, challenge);
        return challenge;
    }

    private AuthenticationSessionModel login() {
        return context.getAuthenticationSession();
    }
}

package es.clave.login.passkey;

import es.clave.login.Outcome;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.messages.Messages;

/**
 * Keycloak's check of what a passkey answered: challenge, origin, user verification, signature, counter. What was wrong is
 * remembered in place of Keycloak's own page and event, which say more than an attacker should learn.
 */
final class PasskeyCheck extends WebAuthnPasswordlessAuthenticator {

    private Optional<String> refused = Optional.empty();

    /** Keycloak reads the fields without asking whether they can be read. */
    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]{1,8192}");

    PasskeyCheck(KeycloakSession session) {
        super(session);
    }

    /** Sets the user of the login if the answer is right; says why not otherwise. */
    Optional<String> failure(AuthenticationFlowContext context) {
        if (!readable(context)) {
            return Optional.of("unreadable");
        }
        action(context);
        return refused;
    }

    private static boolean readable(AuthenticationFlowContext context) {
        return Stream.of(
                        WebAuthnConstants.CREDENTIAL_ID,
                        WebAuthnConstants.CLIENT_DATA_JSON,
                        WebAuthnConstants.AUTHENTICATOR_DATA,
                        WebAuthnConstants.SIGNATURE,
                        WebAuthnConstants.USER_HANDLE)
                .map(context.getHttpRequest().getDecodedFormParameters()::getFirst)
                .allMatch(value -> value != null && BASE64_URL.matcher(value).matches());
    }

    @Override
    protected void setErrorResponse(AuthenticationFlowContext context, String errorCase, String errorMessage) {
        refused = Optional.of(
                switch (errorCase) {
                    case Messages.WEBAUTHN_ERROR_DIFFERENT_USER -> Outcome.OTHER_PERSON.label();
                    case Messages.WEBAUTHN_ERROR_USER_NOT_FOUND -> "unknown";
                    default -> "unverified";
                });
    }
}

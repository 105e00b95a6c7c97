package es.clave.relyingparty.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.request.AuthzEndpointRequestParser;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Takes a request object once, by its {@code jti}, at whichever node: who reads it on its way begins no login with it. It
 * is one whose signature was verified before, so that nobody else uses up an agency's identifiers; how long it lives is the
 * affair of Keycloak's {@code secure-request-object}, which stands before this.
 */
final class RequestObjectOnce implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    /** Longer than clocks may differ: what is forgotten must be too old. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    private static final Duration REMEMBERED_AT_MOST = Duration.ofHours(2);

    private final KeycloakSession keycloak;
    private final Clock clock;

    RequestObjectOnce(KeycloakSession keycloak, Clock clock) {
        this.keycloak = keycloak;
        this.clock = clock;
    }

    @Override
    public String getProviderId() {
        return RequestObjectOnceFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof AuthorizationRequestContext request) {
            takeOnce(request);
        }
    }

    private void takeOnce(AuthorizationRequestContext request) throws ClientPolicyException {
        if (!(keycloak.getAttribute(AuthzEndpointRequestParser.AUTHZ_REQUEST_OBJECT) instanceof JsonNode object)) {
            throw refused("the request is not signed");
        }
        String jti = object.path("jti").asText("");
        if (jti.isEmpty() || !object.path("exp").canConvertToLong()) {
            throw refused("the request object has no jti, or no exp");
        }
        Duration remembered = Duration.between(
                        clock.instant(),
                        Instant.ofEpochSecond(object.path("exp").asLong()))
                .plus(FORGOTTEN_AFTER);
        if (remembered.isNegative() || remembered.compareTo(REMEMBERED_AT_MOST) > 0) {
            throw refused("the request object is old, or good for longer than can be remembered");
        }
        String key = "clave-request-object."
                + hash(request.getClient().getRealm().getId() + "\n"
                        + request.getClient().getId() + "\n" + jti);
        // The store's one atomic operation, which nothing rolls back.
        if (!keycloak.singleUseObjects().putIfAbsent(key, Math.max(1, remembered.toSeconds()))) {
            throw refused("the request object was used before");
        }
    }

    private static ClientPolicyException refused(String why) {
        return new ClientPolicyException(OAuthErrorException.INVALID_REQUEST_OBJECT, why);
    }

    /** Chosen by agencies; the store is shared with much else. */
    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

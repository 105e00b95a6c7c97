package es.clave.relyingparty.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The {@code claims} parameter of a request (OpenID Connect Core 1.0, 5.5). What cannot be read asks for nothing. */
final class RequestedClaims {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a claim is asked for. */
    enum In {
        ID_TOKEN("id_token"),
        USER_INFO("userinfo");

        private final String member;

        In(String member) {
            this.member = member;
        }
    }

    private final JsonNode claims;

    private RequestedClaims(JsonNode claims) {
        this.claims = claims;
    }

    /** What the parameter says; null where the request had none. */
    static RequestedClaims parse(String parameter) {
        if (parameter == null) {
            return new RequestedClaims(MissingNode.getInstance());
        }
        try {
            return new RequestedClaims(JSON.readTree(parameter));
        } catch (JsonProcessingException notJson) {
            return new RequestedClaims(MissingNode.getInstance());
        }
    }

    /** Whether it asks for this claim there. */
    boolean ask(String claim, In place) {
        return claims.path(place.member).has(claim);
    }
}
